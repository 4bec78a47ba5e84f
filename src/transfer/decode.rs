//! Bytes to text: which encoding a file is written in, and what is doubtful about it.
//!
//! Decoding never fails; what had to be guessed is told as a [`Doubt`]. The decoder for GB18030
//! (of which GBK and GB2312 are parts) comes in as an argument: the browser has one, so the page
//! does not carry its tables.

/// Decodes GB18030; `None` where the bytes are not well formed.
pub type Gb18030Decoder = fn(&[u8]) -> Option<String>;

/// What a text file is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-8 behind a byte order mark.
    Utf8Bom,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// GB18030, GBK or GB2312.
    Gb18030,
    /// Windows-1252, of which Latin-1 is a part.
    Windows1252,
    /// None of its own: a sheet of a workbook.
    Workbook,
}

impl Encoding {
    /// The name in the Encoding Standard, with "-bom" where a mark stands before UTF-8; "workbook"
    /// where there is none.
    pub const fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Utf8Bom => "utf-8-bom",
            Encoding::Utf16Le => "utf-16le",
            Encoding::Utf16Be => "utf-16be",
            Encoding::Gb18030 => "gb18030",
            Encoding::Windows1252 => "windows-1252",
            Encoding::Workbook => "workbook",
        }
    }
}

/// Why a decoded text should be looked at before it is trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// The text had been read in a wrong encoding and saved again before it came here.
    Mojibake,
    /// Some letters were unreadable and are replaced by a mark.
    Damaged,
    /// No encoding fits for certain; Western European was taken.
    Guessed,
}

/// A decoded file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// What it was written in.
    pub encoding: Encoding,
    /// What is doubtful about it.
    pub doubt: Option<Doubt>,
}

impl Decoded {
    /// The text of a workbook's sheet.
    pub fn of_sheet(text: String) -> Decoded {
        Decoded { text, encoding: Encoding::Workbook, doubt: None }
    }
}

/// Decodes a file.
pub fn decode(bytes: Vec<u8>, gb18030: Gb18030Decoder) -> Decoded {
    match bytes[..] {
        [0xef, 0xbb, 0xbf, ..] => return from_utf8(bytes[3..].to_vec(), Encoding::Utf8Bom),
        [0xff, 0xfe, ..] => return from_utf16(&bytes[2..], Encoding::Utf16Le),
        [0xfe, 0xff, ..] => return from_utf16(&bytes[2..], Encoding::Utf16Be),
        _ => {}
    }
    if let Some(encoding) = unmarked_utf16(&bytes) {
        return from_utf16(&bytes, encoding);
    }
    if is_nearly_utf8(&bytes) {
        return from_utf8(bytes, Encoding::Utf8);
    }
    if looks_like_gbk(&bytes)
        && let Some(text) = gb18030(&bytes)
    {
        return Decoded { doubt: doubt_of(&text), text, encoding: Encoding::Gb18030 };
    }
    let text = bytes.iter().map(|byte| from_windows_1252(*byte)).collect();
    Decoded { text, encoding: Encoding::Windows1252, doubt: Some(Doubt::Guessed) }
}

/// The GB18030 decoder for programs that run outside the browser.
#[cfg(not(target_arch = "wasm32"))]
pub fn native_gb18030(bytes: &[u8]) -> Option<String> {
    let text = encoding_rs::GB18030.decode_without_bom_handling_and_without_replacement(bytes)?;
    Some(text.into_owned())
}

fn from_utf8(bytes: Vec<u8>, encoding: Encoding) -> Decoded {
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => String::from_utf8_lossy(error.as_bytes()).into_owned(),
    };
    Decoded { doubt: doubt_of(&text), text, encoding }
}

fn from_utf16(bytes: &[u8], encoding: Encoding) -> Decoded {
    let unit = |pair: &[u8]| match encoding {
        Encoding::Utf16Be => u16::from_be_bytes([pair[0], pair[1]]),
        _ => u16::from_le_bytes([pair[0], pair[1]]),
    };
    let units = bytes.chunks_exact(2).map(unit);
    let letters = char::decode_utf16(units).map(|it| it.unwrap_or(char::REPLACEMENT_CHARACTER));
    let text: String = letters.collect();
    Decoded { doubt: doubt_of(&text), text, encoding }
}

/// UTF-16 without a mark shows by zero bytes in every second place: separators and digits have
/// one even where all other letters are Chinese.
fn unmarked_utf16(bytes: &[u8]) -> Option<Encoding> {
    let sample = &bytes[..bytes.len().min(4096)];
    let pairs = sample.len() / 2;
    let zeros = |place: usize| sample.chunks_exact(2).filter(|pair| pair[place] == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    match bytes.len() % 2 {
        0 if 4 <= odd && pairs < 10 * odd && 10 * even < odd => Some(Encoding::Utf16Le),
        0 if 4 <= even && pairs < 10 * even && 10 * odd < even => Some(Encoding::Utf16Be),
        _ => None,
    }
}

/// Whether the bytes are UTF-8, but for a break here and there.
fn is_nearly_utf8(bytes: &[u8]) -> bool {
    if std::str::from_utf8(bytes).is_ok() {
        return true;
    }
    let (mut breaks, mut letters) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        breaks += usize::from(!chunk.invalid().is_empty());
        letters += chunk.valid().chars().filter(|it| !it.is_ascii()).count();
    }
    20 * breaks <= letters
}

/// Whether bytes beyond ASCII come in the pairs that Chinese text is made of. Western text may
/// decode as GBK by chance, but then the second byte of a pair is mostly an ASCII letter.
fn looks_like_gbk(bytes: &[u8]) -> bool {
    let (mut chinese, mut other, mut at) = (0_usize, 0_usize, 0);
    while at < bytes.len() {
        let second = bytes.get(at + 1).copied().unwrap_or(0);
        match bytes[at] {
            0..=0x7f => at += 1,
            0x81..=0xfe if 0xa1 <= second || second.is_ascii_digit() => {
                chinese += 1;
                at += 2;
            }
            _ => {
                other += 1;
                at += 2;
            }
        }
    }
    other <= chinese
}

fn doubt_of(text: &str) -> Option<Doubt> {
    let lines = || text.lines().filter(|line| !line.is_ascii()).take(200);
    let garbled = lines().filter(|line| is_mojibake(line)).count();
    if 0 < garbled && lines().count() < 2 * garbled || text.contains("锟斤拷") {
        return Some(Doubt::Mojibake);
    }
    text.contains(char::REPLACEMENT_CHARACTER).then_some(Doubt::Damaged)
}

/// Whether every letter stands for a byte of Windows-1252 and those bytes are UTF-8 again.
fn is_mojibake(line: &str) -> bool {
    let bytes: Option<Vec<u8>> = line.chars().map(to_windows_1252).collect();
    bytes.is_some_and(|bytes| std::str::from_utf8(&bytes).is_ok())
}

/// The letters of Windows-1252 at 0x80 to 0x9f; a zero where it has none.
const UPPER: [u16; 32] = [
    0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc,
    0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178,
];

fn from_windows_1252(byte: u8) -> char {
    match UPPER.get(usize::from(byte).wrapping_sub(0x80)) {
        Some(0) | None => char::from(byte),
        Some(unit) => char::from_u32(u32::from(*unit)).unwrap_or(char::REPLACEMENT_CHARACTER),
    }
}

fn to_windows_1252(letter: char) -> Option<u8> {
    if let Ok(byte) = u8::try_from(u32::from(letter)) {
        return Some(byte);
    }
    let place = UPPER.iter().position(|unit| u32::from(*unit) == u32::from(letter))?;
    u8::try_from(place + 0x80).ok()
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], encoding: Encoding, doubt: Option<Doubt>, text: &str) {
        let decoded = decode(bytes.to_vec(), native_gb18030);
        assert_eq!(decoded, Decoded { text: text.to_owned(), encoding, doubt });
    }

    #[test]
    fn marks_decide() {
        check(b"\xef\xbb\xbfa", Encoding::Utf8Bom, None, "a");
        check(b"\xff\xfea\0", Encoding::Utf16Le, None, "a");
        check(b"\xfe\xff\0a", Encoding::Utf16Be, None, "a");
        check(b"", Encoding::Utf8, None, "");
    }

    #[test]
    fn utf_16_is_known_without_a_mark() {
        check(b"a\0,\0b\0\n\0", Encoding::Utf16Le, None, "a,b\n");
        check(b"\0a\0,\0b\0\n", Encoding::Utf16Be, None, "a,b\n");
        check(b"a,\0,b\n", Encoding::Utf8, None, "a,\0,b\n");
    }

    #[test]
    fn western_letters_are_not_taken_for_chinese_ones() {
        let western = Encoding::Windows1252;
        check(b"M\xfcller,caf\xe9\n", western, Some(Doubt::Guessed), "Müller,café\n");
        check(b"\x80 5\n", western, Some(Doubt::Guessed), "€ 5\n");
        check(b"\xcf\xdf\xcb\xf7\n", Encoding::Gb18030, None, "线索\n");
    }

    #[test]
    fn spoilt_text_is_told() {
        check("çº¿ç´¢".as_bytes(), Encoding::Utf8, Some(Doubt::Mojibake), "çº¿ç´¢");
        check("café".as_bytes(), Encoding::Utf8, None, "café");
        let mut bytes = "线索名称联系人电话邮箱来源行业省市区需求描述".as_bytes().to_vec();
        bytes.push(0xff);
        let text = "线索名称联系人电话邮箱来源行业省市区需求描述\u{fffd}";
        check(&bytes, Encoding::Utf8, Some(Doubt::Damaged), text);
    }
}
