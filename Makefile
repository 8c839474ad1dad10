# Two commands set everything up on Debian 12 with Swift: `make demo` and `make test`.
SHELL := /bin/bash
export LC_ALL := C.UTF-8
SWIFT ?= swift
KIYAKU := .build/release/kiyaku

.PHONY: setup build demo demo-web pages same same-record same-differences test check questions inquiries routing openapi bench whole agents proxy fuzz fleet soak load coverage format clean

# libpcre2: patterns; libsodium: digests and keys; libsqlite3: the record; uap-core: user agents; libmecab and mecab-ipadic: Japanese words; pkg-config: to find them; curl: the examples of docs/api.md.
PACKAGES := libpcre2-dev libsodium-dev libsqlite3-dev uap-core libmecab-dev mecab-ipadic-utf8 pkg-config curl
setup:
	@$(call install,$(PACKAGES))

# Debian packages that are not here yet.
define install
missing=""; for p in $(1); do dpkg -s $$p >/dev/null 2>&1 || missing="$$missing $$p"; done; \
if [ -n "$$missing" ]; then \
  sudo=""; [ "$$(id -u)" = 0 ] || sudo=sudo; \
  $$sudo apt-get update -q && DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -q $$missing; fi
endef

build: setup
	$(SWIFT) build -c release --product kiyaku

# Six real inquiries with six different outcomes.
demo: build
	@for case in Corpus/cases/demo-*.json; do \
	  echo "──── $$(basename $$case .json)"; \
	  $(KIYAKU) decide $$case || [ $$? -eq 10 ] || exit 1; echo; done

# The service with six answers in its record and somebody to sign in as, anew each time. It runs until Ctrl+C.
DEMO := .build/demo-web
demo-web: build
	@rm -rf $(DEMO); password=$$(head -c 9 /dev/urandom | base64 | tr '+/' 'xy'); \
	echo "$$password" | $(KIYAKU) user add demo --role staff,author,auditor --data $(DEMO) >/dev/null || exit 1; \
	for case in Corpus/cases/demo-*.json; do $(KIYAKU) decide $$case --data $(DEMO) >/dev/null || [ $$? -eq 10 ] || exit 1; done; \
	echo "サインイン: demo / $$password"; \
	exec $(KIYAKU) serve --data $(DEMO)

# The pages in a browser: every journey with and without scripts, axe on every page; pictures in .build/pages.
BROWSER := .build/browser
pages: build
	@$(call install,chromium fonts-noto-cjk python3-venv)
	@[ -x $(BROWSER)/bin/pytest ] || python3 -m venv $(BROWSER)
	@$(BROWSER)/bin/pip install -q -r Tests/Pages/requirements.txt
	PYTHONDONTWRITEBYTECODE=1 $(BROWSER)/bin/pytest -q -p no:cacheprovider Tests/Pages

# Whether every answer is what it was at the commit in Tests/Same/digests/commit, on all cores; about a quarter of an hour on two.
# same-record writes down what HEAD answers; same-differences builds that commit and shows both answers where they differ.
# With PART=100 one in a hundred is compared.
same same-record same-differences: build
	$(SWIFT) build -c release --product KiyakuSame
	Tests/Same/run.sh $(if $(filter same,$@),check,$(@:same-%=%)) $(if $(filter same-differences,$@),20) $(if $(PART),--part $(PART))

# The tests of the program, then those of the rules. One release build serves both.
test: setup
	$(SWIFT) build -c release --build-tests
	$(SWIFT) build -c release --product kiyaku
	$(SWIFT) build -c release --product KiyakuSame
	@# Much of the tests is waiting for services: a part of the comparison goes beside them.
	nice -n 10 Tests/Same/run.sh check --part 100 > .build/same.log 2>&1 & same=$$!; \
	$(SWIFT) test -c release --skip-build; tests=$$?; wait $$same; same=$$?; cat .build/same.log; exit $$((tests + same))
	$(KIYAKU) test

# Format, lint, and our own rules' fmt, lint and documents.
check: build
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests
	$(KIYAKU) fmt --check Rules/rns
	$(KIYAKU) lint --strict Rules/rns
	$(KIYAKU) cover --clauses --markdown | diff docs/coverage.md -
	$(KIYAKU) facts --markdown | diff docs/questions.md -
	Tests/check-docs.sh

# How well facts are found in free text (docs/extraction.md); with KIYAKU_RECORD=1 the figures are written anew.
inquiries: build
	$(SWIFT) build -c release --build-tests
	$(SWIFT) test -c release --skip-build --filter InquiryTests
	@sed -n '/^## 結果/,/^事実ごと/p' docs/extraction.md

# How often the decision is found that an inquiry asks for (docs/decisions/routing.md); totals only.
routing: build
	python3 Tests/Inquiries/routing.py $(KIYAKU)

format: build
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests
	$(KIYAKU) fmt Rules/rns

# ns per decision against a hand-written function, and start-up against an empty program.
bench: setup
	$(SWIFT) build -c release --product kiyaku
	$(SWIFT) run -c release KiyakuBench

# What whole answers on the corpus cost, part by part, beside an earlier commit, which is built once.
whole: setup
	$(SWIFT) build -c release --product KiyakuWhole
	python3 Tests/Whole/run.py

# The same answers as ua-parser (PyPI) on the same rules, and as fast as ua-parser-rs.
agents: setup
	$(SWIFT) build -c release --product kiyaku
	$(SWIFT) build -c release --product KiyakuBench
	python3 -m venv .build/agents && .build/agents/bin/pip install -q ua-parser==1.0.2 ua-parser-rs==0.1.5 PyYAML
	.build/agents/bin/python Tests/Agents/compare.py .build/release

# The API does what /openapi.json says: schemathesis (PyPI) sends what fits and what does not.
openapi: build
	python3 -m venv .build/openapi && .build/openapi/bin/pip install -q schemathesis==4.32.5
	Tests/OpenAPI/run.sh

# The example of docs/deploy/nginx.conf, by a real nginx (Debian) with TLS before a service.
proxy: PACKAGES += nginx-light openssl python3
proxy: build
	Tests/Proxy/run.sh

# libFuzzer with the address sanitizer, on rule files and on facts; Tests/Fuzz/run.sh 600 for longer.
fuzz: setup
	Tests/Fuzz/run.sh 60

# Every leaf provision with what accounts for it and a test that fails without that.
coverage: build
	$(KIYAKU) cover --clauses --markdown > docs/coverage.md

# What callers and we are asked, as it is read to them.
questions: build
	$(KIYAKU) facts --markdown > docs/questions.md

# kill -9 in the middle of writes, 100 times: no answer that was given is lost, and the record stays whole.
# Then full load for ten minutes (wrk): every request is answered, the record is whole, memory is flat within a tenth.
SOAK_MINUTES ?= 10
soak: PACKAGES += wrk python3
soak: setup
	$(SWIFT) build -c release --build-tests
	KIYAKU_KILLS=100 $(SWIFT) test -c release --skip-build --filter ServiceLifeTests
	$(SWIFT) build -c release --product kiyaku
	Tests/Load/soak.sh $(SOAK_MINUTES)

# Whole decisions with the log on, beside a Hummingbird handler that only decodes and encodes the same bodies (wrk).
load: PACKAGES += wrk python3
load: setup
	$(SWIFT) build -c release --product kiyaku
	$(SWIFT) build -c release --product BareHandler
	Tests/Load/load.py

# The 1,000 devices that `kiyaku check` is shown with.
fleet:
	awk -f Corpus/fleet/generate.awk > Corpus/fleet/devices.csv

clean:
	rm -rf .build
