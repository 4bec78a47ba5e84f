//! The same draws every time (xorshift).

const KEY_LENGTH: usize = 8;
const KEY_LETTERS: &[u8; 36] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// What is drawn from.
#[derive(Clone, Debug)]
pub(super) struct Draw(u64);

impl Draw {
    pub(super) fn seeded(seed: u64) -> Draw {
        Draw(seed)
    }

    /// A number below `end`.
    pub(super) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end as u64) as usize
    }

    /// One of several.
    pub(super) fn one<'a, T: AsRef<str>>(&mut self, all: &'a [T]) -> &'a str {
        all[self.below(all.len())].as_ref()
    }

    /// One word of a text.
    pub(super) fn word<'a>(&mut self, words: &'a str) -> &'a str {
        let place = self.below(words.split_whitespace().count());
        words.split_whitespace().nth(place).unwrap_or_default()
    }

    /// A key such as a customer system gives.
    pub(super) fn key(&mut self) -> String {
        (0..KEY_LENGTH).map(|_| char::from(KEY_LETTERS[self.below(KEY_LETTERS.len())])).collect()
    }
}
