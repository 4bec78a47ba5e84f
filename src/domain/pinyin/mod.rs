//! How Chinese characters are read: a table of syllables and tones made from Unicode's data.
//!
//! It knows the characters of modern dictionaries, traditional forms too, with every reading
//! ("单" is dan, chan and shan). `make.py` makes the table; what lies where is said there. It is
//! part of files that come after the first page, so nothing that comes with the frame may use it.

use std::sync::OnceLock;

/// The table as it is shipped.
const PACKED: &[u8] = include_bytes!("readings.bin");
const FIRST: u32 = 0x4e00;
const LAST: u32 = 0x9fa5;
/// In [`Table::first`]: there are other readings.
const MORE: u16 = 1 << 15;

/// A reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reading {
    /// The syllable without its tone, ü as v.
    pub syllable: &'static str,
    /// The tone, 1 to 4; 4 for what has none, and for characters outside of the usual range.
    pub tone: u8,
}

/// The usual reading of a character; `None` for what is no Chinese character or a rare one.
pub fn reading(sign: char) -> Option<Reading> {
    let table = table();
    let (syllable, tone) = match table.entry(sign) {
        0 => (table.other(sign)?.1, 0),
        entry => ((entry & !MORE) / 4, entry % 4),
    };
    let tone = if tone == 0 { 4 } else { tone as u8 };
    Some(Reading { syllable: table.syllable(syllable), tone })
}

/// Every syllable that a character is read as, the usual one first.
pub fn syllables(sign: char) -> impl Iterator<Item = &'static str> {
    let table = table();
    let entry = table.entry(sign);
    let usual = (entry != 0).then(|| table.syllable((entry & !MORE) / 4));
    let has_more = entry & MORE != 0 || (entry == 0 && is_chinese(sign));
    let others = if has_more { table.others_of(sign) } else { &[] };
    usual.into_iter().chain(others.iter().map(|(_, syllable)| table.syllable(*syllable)))
}

/// A name by its usual readings, whole and by initials: "wangfang wf". Empty where no sign of it is
/// Chinese.
pub fn spelled(name: &str) -> String {
    let read: Vec<&str> = name.chars().filter_map(|it| Some(reading(it)?.syllable)).collect();
    if read.is_empty() {
        return String::new();
    }
    let initials: String = read.iter().filter_map(|it| it.chars().next()).collect();
    [&read.concat(), &initials].map(String::as_str).join(" ")
}

/// Whether some syllable of a character may begin with a letter; says no only where that is sure.
pub fn may_begin(sign: char, letter: char) -> bool {
    let table = table();
    match table.entry(sign) {
        0 => true,
        entry if entry & MORE != 0 => true,
        entry => table.initials.get(usize::from(entry / 4)).is_some_and(|it| *it == letter as u32),
    }
}

/// Whether a sign is a Chinese character, known or not.
pub fn is_chinese(sign: char) -> bool {
    matches!(sign, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{323af}')
}

/// The table as it is used.
struct Table {
    syllables: Vec<&'static str>,
    /// The first letter of each.
    initials: Vec<u32>,
    /// For each character from [`FIRST`] on: four times the place of its syllable, which begins
    /// at 1, and its tone; 0 where it is not known.
    first: Vec<u16>,
    /// Other readings, and characters outside of the range, in order.
    others: Vec<(u32, u16)>,
}

/// The table, unpacked when it is first needed; it never changes.
fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| Table::unpacked(PACKED))
}

impl Table {
    fn entry(&self, sign: char) -> u16 {
        let place = (sign as u32).wrapping_sub(FIRST) as usize;
        self.first.get(place).copied().unwrap_or_default()
    }

    fn syllable(&self, place: u16) -> &'static str {
        self.syllables.get(usize::from(place)).copied().unwrap_or_default()
    }

    fn others_of(&self, sign: char) -> &[(u32, u16)] {
        let start = self.others.partition_point(|(it, _)| *it < sign as u32);
        let end = self.others.partition_point(|(it, _)| *it <= sign as u32);
        &self.others[start..end]
    }

    fn other(&self, sign: char) -> Option<(u32, u16)> {
        self.others_of(sign).first().copied()
    }

    fn unpacked(packed: &'static [u8]) -> Table {
        let mut rest = Rest(packed);
        let names = std::str::from_utf8(rest.line()).unwrap_or_default();
        // Places begin at 1, so that 0 is free for characters that are not known.
        let syllables: Vec<&str> = std::iter::once("").chain(names.split(' ')).collect();
        let first_letter = |it: &&str| it.chars().next().map_or(0, u32::from);
        let initials = syllables.iter().map(first_letter).collect();
        let bits = rest.take(((LAST - FIRST) / 8 + 1) as usize);
        let known = bits.iter().map(|it| it.count_ones() as usize).sum();
        let low = rest.take(known);
        let high = rest.take(low.iter().filter(|it| **it == u8::MAX).count());
        let tones = rest.take(known.div_ceil(4));
        let first = first_readings(bits, low, high, tones);
        let mut table = Table { syllables, initials, first, others: rest.others() };
        for (code, _) in &table.others {
            if let Some(entry) = table.first.get_mut(code.wrapping_sub(FIRST) as usize) {
                *entry |= MORE;
            }
        }
        table
    }
}

fn first_readings(bits: &[u8], low: &[u8], high: &[u8], tones: &[u8]) -> Vec<u16> {
    let (mut numbers, mut high) = (0.., high.iter());
    let mut reading = || {
        let number: usize = numbers.next().unwrap_or_default();
        let extra = if low[number] == u8::MAX { high.next().copied() } else { None };
        let place = u16::from(low[number]) + u16::from(extra.unwrap_or_default()) + 1;
        place * 4 + u16::from(tones[number / 4] >> (number % 4 * 2) & 3)
    };
    let is_known = |place: u32| bits[place as usize / 8] >> (place % 8) & 1 == 1;
    (0..=LAST - FIRST).map(|place| if is_known(place) { reading() } else { 0 }).collect()
}

/// What is not unpacked yet.
struct Rest(&'static [u8]);

impl Rest {
    fn take(&mut self, count: usize) -> &'static [u8] {
        let (taken, rest) = self.0.split_at(count.min(self.0.len()));
        self.0 = rest;
        taken
    }

    fn line(&mut self) -> &'static [u8] {
        let end = self.0.iter().position(|it| *it == b'\n').unwrap_or_default();
        let line = self.take(end);
        self.take(1);
        line
    }

    fn number(&mut self) -> u32 {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.take(1).first().copied().unwrap_or_default();
            number |= u32::from(byte & 127) << shift;
            if byte < 128 {
                return number;
            }
            shift += 7;
        }
    }

    fn others(&mut self) -> Vec<(u32, u16)> {
        let count = self.take(2).iter().rev().fold(0, |sum, it| sum << 8 | usize::from(*it));
        let mut code = 0;
        let mut codes = Vec::with_capacity(count);
        for _ in 0..count {
            code += self.number();
            codes.push(code);
        }
        let (low, high) = (self.take(count), self.take(count));
        let places = low.iter().zip(high).map(|(low, high)| u16::from_le_bytes([*low, *high]) + 1);
        codes.into_iter().zip(places).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(sign: char, usual: &str, others: &[&str]) {
        let read = reading(sign).map(|it| format!("{}{}", it.syllable, it.tone));
        assert_eq!(read.unwrap_or_default(), usual, "{sign}");
        let mut all = syllables(sign).skip(1).collect::<Vec<_>>();
        all.sort_unstable();
        assert_eq!(all, others, "{sign}");
    }

    #[test]
    fn a_name_is_spelled_whole_and_by_initials() {
        assert_eq!(spelled("邓凯"), "dengkai dk");
        assert_eq!(spelled("Ann"), "");
    }

    // Xinhua Zidian.
    #[test]
    fn characters_have_their_usual_reading_and_all_others() {
        check('李', "li3", &[]);
        check('单', "dan1", &["chan", "shan"]);
        check('重', "zhong4", &["chong"]);
        check('女', "nv3", &[]);
        check('罗', "luo2", &[]);
        check('陳', "chen2", &["zhen"]);
        check('龘', "", &[]);
        check('\u{4dae}', "yan4", &[]);
        check('a', "", &[]);
    }
}
