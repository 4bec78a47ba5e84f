//! When two phone numbers, mail addresses and web sites are the same.

use crate::domain::arrange;

/// A phone number in the form in which it is compared.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Phone {
    /// The country's code, where the number says it.
    pub country: Option<String>,
    /// The number within the country, without the zero before it and without an extension.
    pub national: String,
}

impl Phone {
    /// Whether both may be the same line: a number without a country fits any.
    pub fn fits(&self, other: &Phone) -> bool {
        let fits = |a: &String, b: &String| a == b;
        let countries = self.country.as_ref().zip(other.country.as_ref());
        self.national == other.national && countries.is_none_or(|(a, b)| fits(a, b))
    }
}

/// Codes of countries of one and of two digits; every other has three.
const SHORT_CODES: &[&str] = &[
    "1", "7", "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45",
    "46", "47", "48", "49", "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63",
    "64", "65", "66", "81", "82", "84", "86", "90", "91", "92", "93", "94", "95", "98",
];

/// What stands before an extension.
const EXTENSIONS: &[&str] =
    &["extension", "ext", "转", "轉", "分机", "分機", "内线", "x", "#", ";"];

/// How many digits a number has at least; shorter ones are extensions and service numbers.
const FEWEST_DIGITS: usize = 7;

/// The phone numbers of a text, which may hold several and other words.
pub fn phones(text: &str) -> Vec<Phone> {
    let folded = super::folded(text);
    let mut phones: Vec<Phone> =
        folded.split([',', '、', '/', '|', '\n', '，', '；']).filter_map(phone).collect();
    arrange::naturally(&mut phones);
    phones.dedup();
    phones
}

fn phone(text: &str) -> Option<Phone> {
    let text = text
        .trim()
        .trim_start_matches("tel:")
        .trim_start_matches(|it: char| it != '+' && it != '(' && !it.is_ascii_digit());
    let end = EXTENSIONS.iter().filter_map(|it| text.find(it)).min().unwrap_or(text.len());
    let text = text[..end].replace("(0)", "");
    let signs = |it: char| it.is_ascii_digit() || " +-().·–\u{2011}".contains(it);
    let end = text.find(|it| !signs(it)).unwrap_or(text.len());
    let text = &text[..end];
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let (country, national) = match (text.trim_start_matches([' ', '(']).strip_prefix('+'), &digits)
    {
        (Some(_), digits) => in_country(digits),
        (None, digits) if digits.starts_with("00") => in_country(&digits[2..]),
        (None, digits) => bare(digits),
    };
    let national = national.trim_start_matches('0').to_owned();
    (FEWEST_DIGITS <= national.len() && national.len() <= 15).then_some(Phone { country, national })
}

fn in_country(digits: &str) -> (Option<String>, &str) {
    let code = SHORT_CODES.iter().find(|code| digits.starts_with(**code));
    let length = code.map_or(3, |code| code.len()).min(digits.len());
    let (code, national) = digits.split_at(length);
    (Some(code.to_owned()), national)
}

/// Stands for the country of a number that can be read as of either.
const CHINA_OR_AMERICA: &str = "86 or 1";

/// A number without a sign of its country. Chinese mobile numbers and North American numbers are
/// told by their form when the code stands before them all the same. Eleven digits such as
/// 1 312 345 6789 are both 131 2345 6789 and +1 312 345 6789: they match only what is written
/// the same way, because a match that is missed costs less than a wrong one.
fn bare(digits: &str) -> (Option<String>, &str) {
    if digits.len() == 13 && digits.starts_with("861") {
        return (Some("86".to_owned()), &digits[2..]);
    }
    match (is_chinese_mobile(digits), is_american(digits)) {
        (true, true) => (Some(CHINA_OR_AMERICA.to_owned()), digits),
        (true, false) => (Some("86".to_owned()), digits),
        (false, true) => (Some("1".to_owned()), &digits[1..]),
        (false, false) => (None, digits),
    }
}

/// Mobile numbers of mainland China begin with 13 to 19.
fn is_chinese_mobile(digits: &str) -> bool {
    digits.len() == 11 && digits.as_bytes()[0] == b'1' && b'3' <= digits.as_bytes()[1]
}

/// North American numbers behind their 1: area and exchange both begin with 2 to 9.
fn is_american(digits: &str) -> bool {
    let begins = |place: usize| b'2' <= digits.as_bytes()[place];
    digits.len() == 11 && digits.starts_with('1') && begins(1) && begins(4)
}

/// Hosts at which anybody has a mail address or a page; they say nothing of who it is.
const PUBLIC_HOSTS: &[&str] = &[
    "gmail.com",
    "googlemail.com",
    "outlook.com",
    "hotmail.com",
    "live.com",
    "live.cn",
    "msn.com",
    "yahoo.com",
    "yahoo.com.cn",
    "yahoo.cn",
    "ymail.com",
    "icloud.com",
    "me.com",
    "mac.com",
    "aol.com",
    "gmx.com",
    "gmx.de",
    "gmx.net",
    "web.de",
    "t-online.de",
    "freenet.de",
    "proton.me",
    "protonmail.com",
    "mail.com",
    "mail.ru",
    "yandex.ru",
    "yandex.com",
    "inbox.ru",
    "fastmail.com",
    "hey.com",
    "tutanota.com",
    "163.com",
    "126.com",
    "yeah.net",
    "188.com",
    "vip.163.com",
    "qq.com",
    "vip.qq.com",
    "foxmail.com",
    "sina.com",
    "sina.cn",
    "sina.com.cn",
    "sohu.com",
    "139.com",
    "189.cn",
    "wo.cn",
    "aliyun.com",
    "21cn.com",
    "tom.com",
    "263.net",
    "naver.com",
    "daum.net",
    "hanmail.net",
    "orange.fr",
    "free.fr",
    "laposte.net",
    "wanadoo.fr",
    "libero.it",
    "virgilio.it",
    "rediffmail.com",
    "comcast.net",
    "att.net",
    "verizon.net",
    "btinternet.com",
    "docomo.ne.jp",
    "ezweb.ne.jp",
    "softbank.ne.jp",
    "bigpond.com",
    "shaw.ca",
    "uol.com.br",
    "terra.com.br",
    "zohomail.com",
    "github.io",
    "wixsite.com",
    "weebly.com",
    "wordpress.com",
    "blogspot.com",
    "facebook.com",
    "linkedin.com",
    "taobao.com",
    "tmall.com",
    "1688.com",
    "weibo.com",
    "weixin.qq.com",
    "alibaba.com",
    "example.com",
    "example.org",
    "example.net",
];

/// Second levels below which names are given out, as in `.com.cn` and `.co.uk`.
const SECOND_LEVELS: &[&str] =
    &["com", "co", "net", "org", "gov", "gob", "edu", "ac", "or", "ne", "go", "gr", "ltd", "plc"];

/// The mail addresses of a text.
pub fn mails(text: &str) -> Vec<String> {
    let folded = super::folded(text);
    let between = |it: char| it.is_whitespace() || ",;、，；<>()|\"".contains(it);
    let is_mail = |it: &&str| {
        it.split_once('@').is_some_and(|(who, host)| !who.is_empty() && host.contains('.'))
    };
    let trimmed =
        folded.split(between).map(|it| it.trim_start_matches("mailto:").trim_matches('.'));
    let mut mails: Vec<String> = trimmed.filter(is_mail).map(str::to_owned).collect();
    arrange::naturally(&mut mails);
    mails.dedup();
    mails
}

/// The domains that a web site and mail addresses belong to, but for those of public hosts.
pub fn domains(website: &str, mails: &[String]) -> Vec<String> {
    let folded = super::folded(website);
    let sites = folded.split([',', ' ', ';', '、', '\n']).filter_map(host_of_site);
    let hosts = mails.iter().filter_map(|it| it.rsplit_once('@')).map(|(_, host)| host);
    let mut domains: Vec<String> = sites.chain(hosts).filter_map(domain).collect();
    arrange::naturally(&mut domains);
    domains.dedup();
    domains
}

fn host_of_site(site: &str) -> Option<&str> {
    let site = site.split_once("://").map_or(site, |(_, rest)| rest);
    let host = site.split(['/', '?', '#']).next()?;
    let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
    host.split(':').next()
}

/// The domain that was given out to somebody, of a host below it.
fn domain(host: &str) -> Option<String> {
    let host = host.trim_matches('.');
    let labels: Vec<&str> = host.split('.').collect();
    if labels.len() < 2 || labels.iter().any(|it| it.is_empty()) {
        return None;
    }
    if labels.iter().all(|it| it.bytes().all(|it| it.is_ascii_digit())) {
        return None;
    }
    let (second, top) = (labels[labels.len() - 2], labels[labels.len() - 1]);
    let given_below = SECOND_LEVELS.contains(&second) && top.chars().count() == 2;
    let kept = if given_below { 3 } else { 2 };
    let domain = labels[labels.len().checked_sub(kept)?..].join(".");
    let is_public = |it: &&str| domain == **it || *host == **it;
    let is_yahoo = domain.starts_with("yahoo.") || domain.starts_with("hotmail.");
    (!PUBLIC_HOSTS.iter().any(is_public) && !is_yahoo).then_some(domain)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check_same(numbers: &[&str]) {
        let first = phones(numbers[0]);
        assert_eq!(first.len(), 1, "{numbers:?}");
        for number in numbers {
            let all = phones(number);
            assert!(all.len() == 1 && all[0].fits(&first[0]), "{number}: {all:?} {first:?}");
        }
    }

    // The pairs that testIsNumberMatchMatches of libphonenumber's PhoneNumberUtilTest calls the
    // same, but for those with letters and sub-addresses.
    #[test]
    fn numbers_match_as_in_libphonenumber() {
        check_same(&["+64 3 331 6005", "+64 03 331 6005"]);
        check_same(&["+800 1234 5678", "+80012345678"]);
        check_same(&["+64 03 331-6005", "+64 03331 6005"]);
        check_same(&["+643 331-6005", "+64033316005", "+6433316005"]);
        check_same(&["+64 3 331-6005", "+6433316005", "tel:+64-3-331-6005"]);
    }

    // Examples of our own.
    #[test]
    fn ways_of_writing_a_number_are_the_same() {
        check_same(&["+1 201-555-0123", "(201) 555-0123", "12015550123"]);
        check_same(&["+1 (201) 555-0123 ext. 7", "001 201 555 0123"]);
        check_same(&["+44 121 234 5678", "+44 (0)121 234 5678", "0121 234 5678"]);
        check_same(&["+49 30 123456", "030 123456", "030-123456"]);
        check_same(&[
            "+86 138 0013 8000",
            "13800138000",
            "8613800138000",
            "０１３８００１３８０００",
        ]);
        check_same(&["13123456789", "131 2345 6789", "131-2345-6789"]);
        check_same(&["+86 10 1234 5678", "010-12345678", "(010) 12345678转801"]);
        check_same(&["+39 02 1234 5678", "02 1234 5678"]);
    }

    #[test]
    fn what_may_be_chinese_or_american_matches_neither_country() {
        let one = |text: &str| phones(text).remove(0);
        assert!(!one("16502530000").fits(&one("+86 165 0253 0000")));
        assert!(!one("16502530000").fits(&one("+1 650 253 0000")));
        assert!(!one("13800138000").fits(&one("+1 380 013 8000")));
    }

    #[test]
    fn other_lines_and_service_numbers_do_not_match() {
        let one = |text: &str| phones(text).remove(0);
        assert!(!one("+1 650 253 0000").fits(&one("+44 650 253 0000")));
        assert!(!one("13800138000").fits(&one("13800138001")));
        assert!(phones("10086").is_empty() && phones("n/a").is_empty() && phones("").is_empty());
        assert_eq!(phones("13800138000, 010-62345678 转 9").len(), 2);
    }

    #[track_caller]
    fn check_domains(website: &str, mail: &str, expect: &[&str]) {
        assert_eq!(domains(website, &mails(mail)), expect, "{website} {mail}");
    }

    // Examples of our own. The list is short on purpose: it does not know every second level.
    #[test]
    fn domains_are_those_that_were_given_out() {
        check_domains("https://www.abc.com/cn?x=1", "", &["abc.com"]);
        check_domains(
            "WWW.Example-Motors.co.uk",
            "a@mail.example-motors.co.uk",
            &["example-motors.co.uk"],
        );
        check_domains("shop.abc.com.cn", "王 <wang@ABC.com.cn>", &["abc.com.cn"]);
        check_domains("192.168.1.1", "nobody", &[]);
    }

    #[test]
    fn public_hosts_say_nothing() {
        check_domains("", "a@gmail.com; b@163.com, c@qq.com d@vip.qq.com", &[]);
        check_domains("abc.wixsite.com/home", "x@yahoo.co.jp", &[]);
    }

    proptest! {
        #[test]
        fn separators_change_no_number(digits in "[2-9][0-9]{8}", gap in "[ .-]") {
            let spaced: Vec<&str> = vec![&digits[..3], &digits[3..6], &digits[6..]];
            prop_assert_eq!(phones(&digits), phones(&spaced.join(&gap)));
            prop_assert_eq!(phones(&digits), phones(&format!("0{digits}")));
        }
    }
}
