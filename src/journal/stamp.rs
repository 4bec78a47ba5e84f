//! When and by whom a transaction was made: hybrid logical clock stamps.
//!
//! A stamp is later than every stamp its writer had seen, also when the tablet's clock was set
//! back (Kulkarni et al. 2014, "Logical Physical Clocks"). Its text sorts like the stamp itself.

use std::fmt;
use std::str::FromStr;

/// Who writes: one open tab of one installation. Each tab draws its own number, so no two write
/// to the same place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Writer {
    /// The installation.
    pub device: u32,
    /// The tab, anew for each start of the page.
    pub tab: u32,
}

impl fmt::Display for Writer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:08x}-{:08x}", self.device, self.tab)
    }
}

/// A text that is not a stamp or a writer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAStamp;

impl FromStr for Writer {
    type Err = NotAStamp;

    fn from_str(text: &str) -> Result<Writer, NotAStamp> {
        let (device, tab) = text.split_once('-').ok_or(NotAStamp)?;
        Ok(Writer { device: hex(device, 8)? as u32, tab: hex(tab, 8)? as u32 })
    }
}

/// The place of a transaction in the order of all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp {
    /// Milliseconds since 1970, as its writer's clock had it or later; 47 bits.
    pub millis: u64,
    /// Counts stamps within one millisecond, or while the clock stands behind.
    pub counter: u32,
    /// Who wrote; breaks ties.
    pub writer: Writer,
}

const LAST_MILLIS: u64 = (1 << 47) - 1;

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:012x}-{:08x}-{}", self.millis, self.counter, self.writer)
    }
}

impl FromStr for Stamp {
    type Err = NotAStamp;

    fn from_str(text: &str) -> Result<Stamp, NotAStamp> {
        let (millis, rest) = text.split_once('-').ok_or(NotAStamp)?;
        let (counter, writer) = rest.split_once('-').ok_or(NotAStamp)?;
        let millis = hex(millis, 12)?;
        if LAST_MILLIS < millis {
            return Err(NotAStamp);
        }
        Ok(Stamp { millis, counter: hex(counter, 8)? as u32, writer: writer.parse()? })
    }
}

fn hex(text: &str, digits: usize) -> Result<u64, NotAStamp> {
    if text.len() != digits || text.starts_with('+') {
        return Err(NotAStamp);
    }
    u64::from_str_radix(text, 16).map_err(|_| NotAStamp)
}

/// Gives stamps, each later than all that were given or seen.
#[derive(Clone, Copy, Debug, Default)]
pub struct Clock {
    millis: u64,
    counter: u32,
}

impl Clock {
    /// Takes note of a stamp from elsewhere.
    pub fn see(&mut self, stamp: Stamp) {
        (self.millis, self.counter) =
            (self.millis, self.counter).max((stamp.millis, stamp.counter));
    }

    /// The next stamp, at `now` milliseconds since 1970. It never fails: while the clock stands
    /// behind what was seen, the counter goes on.
    pub fn next(&mut self, now: u64, writer: Writer) -> Stamp {
        let now = now.min(LAST_MILLIS);
        (self.millis, self.counter) = match self.counter.checked_add(1) {
            _ if self.millis < now => (now, 0),
            Some(counter) => (self.millis, counter),
            None => ((self.millis + 1).min(LAST_MILLIS), 0),
        };
        Stamp { millis: self.millis, counter: self.counter, writer }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const HERE: Writer = Writer { device: 1, tab: 2 };

    fn any_stamp() -> impl Strategy<Value = Stamp> {
        (0..=LAST_MILLIS, any::<u32>(), any::<u32>(), any::<u32>()).prop_map(
            |(millis, counter, device, tab)| Stamp {
                millis,
                counter,
                writer: Writer { device, tab },
            },
        )
    }

    proptest! {
        #[test]
        fn texts_sort_like_their_stamps(a in any_stamp(), b in any_stamp()) {
            prop_assert_eq!(a.to_string().parse(), Ok(a));
            prop_assert_eq!(a.cmp(&b), a.to_string().cmp(&b.to_string()));
        }

        #[test]
        fn each_stamp_is_later_than_the_last_whatever_the_clock_says(times: Vec<u64>, seen in any_stamp()) {
            let mut clock = Clock::default();
            let mut last = seen;
            clock.see(seen);
            for now in times {
                let stamp = clock.next(now, HERE);
                prop_assert!((last.millis, last.counter) < (stamp.millis, stamp.counter) || last.millis == LAST_MILLIS);
                last = stamp;
            }
        }
    }

    #[test]
    fn a_clock_set_back_counts_on() {
        let mut clock = Clock::default();
        let first = clock.next(1_000, HERE);
        let second = clock.next(10, HERE);
        assert_eq!((first.millis, first.counter), (1_000, 0));
        assert_eq!((second.millis, second.counter), (1_000, 1));
    }
}
