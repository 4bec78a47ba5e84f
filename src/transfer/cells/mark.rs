//! Signs, codes and names of currencies as they stand beside amounts.

use crate::domain::money::Currency;

/// A sign of a currency: one that names it, or one that several share.
#[derive(Clone, Copy)]
pub(super) enum Mark {
    /// A currency by its code or name.
    Code(Currency),
    /// "$".
    Dollar,
    /// "¥".
    Yen,
}

impl Mark {
    /// The currency it stands for, where this one is usual.
    pub(super) fn currency(self, usual: Currency) -> Currency {
        let is_usual = |codes: &[&str]| codes.contains(&usual.code());
        match self {
            Mark::Code(currency) => currency,
            Mark::Dollar if is_usual(&["AUD", "CAD", "HKD", "MXN", "NZD", "SGD", "TWD"]) => usual,
            Mark::Dollar => Currency::USD,
            Mark::Yen if is_usual(&["JPY"]) => usual,
            Mark::Yen => Currency::CNY,
        }
    }
}

/// Signs and names of currencies; a code of three letters names itself.
const NAMES: [(&str, &str); 16] = [
    ("us$", "USD"),
    ("hk$", "HKD"),
    ("nt$", "TWD"),
    ("au$", "AUD"),
    ("a$", "AUD"),
    ("ca$", "CAD"),
    ("c$", "CAD"),
    ("s$", "SGD"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("₹", "INR"),
    ("₩", "KRW"),
    ("rmb", "CNY"),
    ("人民币", "CNY"),
    ("元", "CNY"),
    ("美元", "USD"),
];

/// The currencies in circulation (ISO 4217, list one): "12 pcs" is no amount of money.
const CODES: &str = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB \
    BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB \
    EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD \
    JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP \
    MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON \
    RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY \
    TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG";

/// What a text beside an amount names, in small letters.
pub(super) fn mark_of(text: &str) -> Option<Mark> {
    match text {
        "" => return None,
        "$" => return Some(Mark::Dollar),
        "¥" | "yen" => return Some(Mark::Yen),
        _ => {}
    }
    let named = NAMES.iter().find(|(name, _)| *name == text).map(|(_, code)| *code);
    let code = match named {
        Some(code) => code.to_owned(),
        None => text.to_ascii_uppercase(),
    };
    let is_code =
        code.len() == 3 && CODES.as_bytes().chunks(4).any(|it| it.starts_with(code.as_bytes()));
    if is_code { code.parse().ok().map(Mark::Code) } else { None }
}

/// Whether a currency is at home only where thousands are parted by commas.
pub(super) fn groups_by_commas(currency: Option<Currency>) -> bool {
    const CODES: [&str; 18] = [
        "USD", "GBP", "CNY", "JPY", "HKD", "TWD", "KRW", "INR", "AUD", "NZD", "SGD", "MYR", "THB",
        "PHP", "ILS", "MXN", "EGP", "AED",
    ];
    currency.is_some_and(|it| CODES.contains(&it.code()))
}
