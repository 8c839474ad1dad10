"""User agents of many shapes, the same on every run. Written from the forms that makers document; no list is copied."""
import itertools
import random


def agents(count, seed=1):
    dice = random.Random(seed)
    windows = ["5.1", "6.0", "6.1", "6.2", "6.3", "10.0"]
    bits = ["; Win64; x64", "; WOW64", ""]
    phones = ["SM-G991B", "Pixel 7", "SC-51B", "SO-51A", "SHV48", "F-51B", "K", "KYV48", "M2007J20CG", "SM-T970", "SCV31 Build/LMY47X", "Nexus 5"]

    def version(parts):
        return ".".join(str(dice.randrange(0, limit)) for limit in parts)

    def chrome():
        return f"Chrome/{dice.randrange(30, 150)}.0." + dice.choice(["0.0", version([9999, 200])])

    def webkit(tail):
        return f"AppleWebKit/537.36 (KHTML, like Gecko) {tail} Safari/537.36"

    def desktop():
        system = dice.choice(
            [f"Windows NT {dice.choice(windows)}{dice.choice(bits)}", "Macintosh; Intel Mac OS X 10_15_7", f"Macintosh; Intel Mac OS X 10_{dice.randrange(6, 16)}_{dice.randrange(0, 8)}",
             "X11; Linux x86_64", "X11; Ubuntu; Linux x86_64", f"X11; CrOS x86_64 {version([20000, 100, 50])}"])
        engine = dice.choice(
            ["", f" Edg/{version([150, 1])}.{version([3000, 100])}", f" OPR/{version([110, 1])}.{version([5000, 99])}", f" Vivaldi/{version([7, 9])}.{version([3000, 99])}",
             f" Edge/{dice.randrange(12, 19)}.{dice.randrange(10240, 18363)}"])
        return dice.choice(
            [lambda: f"Mozilla/5.0 ({system}) {webkit(chrome() + '')}{engine}",
             lambda: f"Mozilla/5.0 ({system}; rv:{dice.randrange(20, 140)}.0) Gecko/20100101 Firefox/{dice.randrange(20, 140)}.0{dice.choice(['', '.1'])}",
             lambda: f"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/{version([19, 7])}{dice.choice(['', '.1'])} Safari/605.1.15",
             lambda: f"Mozilla/5.0 (Windows NT {dice.choice(windows)}{dice.choice(bits)}; Trident/7.0; rv:11.0) like Gecko",
             lambda: f"Mozilla/{dice.choice(['4.0', '5.0'])} (compatible; MSIE {dice.choice(['6.0', '7.0', '8.0', '9.0', '10.0'])}; Windows NT {dice.choice(windows)}{dice.choice(['', '; WOW64'])}{dice.choice(['', '; Trident/4.0', '; Trident/5.0', '; Trident/6.0', '; Trident/7.0'])})",
             lambda: f"Mozilla/5.0 (Windows NT 6.{dice.choice('23')}; ARM; Trident/{dice.choice('67')}.0; Touch; rv:11.0) like Gecko"])()

    def mobile():
        ios = f"{dice.randrange(5, 27)}_{dice.randrange(0, 8)}{dice.choice(['', '_1', '_2'])}"
        model = dice.choice(["iPhone; CPU iPhone OS", "iPad; CPU OS", "iPod touch; CPU iPhone OS"])
        return dice.choice(
            [lambda: f"Mozilla/5.0 ({model} {ios} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/{version([19, 7])} Mobile/15E148 Safari/604.1",
             lambda: f"Mozilla/5.0 ({model} {ios} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/{version([150, 1])}.{version([7000, 99])} Mobile/15E148 Safari/604.1",
             lambda: f"Mozilla/5.0 ({model} {ios} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) FxiOS/{version([140, 9])} Mobile/15E148 Safari/605.1.15",
             lambda: f"Mozilla/5.0 ({model} {ios} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Line/{version([14, 20, 3])}",
             lambda: f"Mozilla/5.0 (Linux; Android {dice.randrange(2, 17)}{dice.choice(['', '.1', '.0.1'])}; {dice.choice(phones)}) {webkit(chrome() + ' Mobile')}",
             lambda: f"Mozilla/5.0 (Linux; Android {dice.randrange(5, 17)}; {dice.choice(phones)}; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 {chrome()} Mobile Safari/537.36",
             lambda: f"Mozilla/5.0 (Linux; U; Android {dice.choice(['2.2', '2.3.4', '4.0.3', '4.1.2'])}; ja-jp; {dice.choice(phones)}) AppleWebKit/533.1 (KHTML, like Gecko) Version/4.0 Mobile Safari/533.1",
             lambda: f"Mozilla/5.0 (Linux; Android {dice.randrange(8, 17)}; {dice.choice(phones)}) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/{version([28, 1])} {chrome()} Mobile Safari/537.36",
             lambda: f"Mozilla/5.0 (Android {dice.randrange(5, 16)}; Mobile; rv:{dice.randrange(60, 140)}.0) Gecko/{dice.randrange(60, 140)}.0 Firefox/{dice.randrange(60, 140)}.0"])()

    def other():
        return dice.choice(
            [lambda: f"curl/{version([9, 99, 9])}", lambda: f"Wget/1.{dice.randrange(10, 25)}", lambda: "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
             lambda: f"python-requests/2.{dice.randrange(1, 32)}.0", lambda: "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
             lambda: f"DoCoMo/2.0 {dice.choice(['F901iC', 'SH905i', 'P706imyu'])}(c100;TB)", lambda: "Mozilla/5.0 (PlayStation 4 8.52) AppleWebKit/605.1.15 (KHTML, like Gecko)",
             lambda: "Mozilla/5.0 (SMART-TV; Linux; Tizen 5.0) AppleWebKit/538.1 (KHTML, like Gecko) Version/5.0 TV Safari/538.1",
             lambda: "Outlook-iOS/2.0", lambda: "日本語のブラウザ/1.0 (テスト)", lambda: "", lambda: "x" * dice.randrange(1, 300),
             lambda: "".join(dice.choice("Mozilla/5.0 ();:WindowsNT Android iPhone Chrome Safari") for _ in range(dice.randrange(5, 200)))])()

    kinds = [desktop] * 5 + [mobile] * 4 + [other]
    return [dice.choice(kinds)().replace("\n", " ") for _ in itertools.repeat(None, count)]
