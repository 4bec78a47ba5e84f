//! Draws that look random and are not: splitmix64 (G. Steele, D. Lea, C. Flood, 2014) from a
//! seed, so that they are the same everywhere.

/// A row of draws.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Draw(u64);

impl Draw {
    /// The row that a seed begins.
    pub(crate) fn of_seed(seed: u64) -> Draw {
        Draw(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    /// A number from `first` to `last`, both included.
    pub(crate) fn between(&mut self, first: u64, last: u64) -> u64 {
        first + self.next() % (last - first + 1)
    }

    /// A place among `count`.
    pub(crate) fn place(&mut self, count: usize) -> usize {
        (self.next() % count as u64) as usize
    }

    /// A place, each as likely as its weight.
    pub(crate) fn weighted(&mut self, weights: &[u64]) -> usize {
        let mut rest = self.next() % weights.iter().sum::<u64>().max(1);
        for (place, weight) in weights.iter().enumerate() {
            if rest < *weight {
                return place;
            }
            rest -= weight;
        }
        0
    }

    /// Something that happens so many times in a hundred.
    pub(crate) fn happens(&mut self, percent: u64) -> bool {
        self.next() % 100 < percent
    }

    /// Something that happens with a probability.
    pub(crate) fn happens_with(&mut self, probability: f64) -> bool {
        // The 53 bits that a floating point number tells apart.
        let part = (self.next() >> 11) as f64 / (1_u64 << 53) as f64;
        part < probability
    }
}
