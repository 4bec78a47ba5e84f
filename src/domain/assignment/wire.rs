//! The work and its answer as bytes, as the page and its worker pass them.
//!
//! Invariant: both sides are built from this file; bytes that do not fit together give nothing.

use super::job::Answer;
use super::weigh::{DEMANDS, FACTORS, Scales, Seller, Wanted};

/// What is to be worked on.
pub fn of_scales(scales: &Scales) -> Vec<u8> {
    let mut out = Writer::default();
    scales.weights.iter().for_each(|it| out.number(*it));
    scales.needs.iter().for_each(|it| out.number(i64::from(*it)));
    out.list(&scales.leads, |out, Wanted { asks, demand, expected }| {
        asks.iter().for_each(|it| out.number(*it as i64));
        out.number(*demand);
        out.number(*expected);
    });
    out.list(&scales.people, |out, it| {
        out.number(i64::from(it.takes_part));
        [it.level, it.ease, i64::from(it.room), it.held].iter().for_each(|it| out.number(*it));
    });
    scales.met.iter().for_each(|it| out.list(it, |out, it| out.0.push(*it)));
    out.list(&scales.records, |out, it| out.number(*it));
    out.0
}

/// Reads what is to be worked on.
pub fn scales(bytes: &[u8]) -> Option<Scales> {
    let mut from = Reader(bytes);
    let scales = Scales {
        weights: from.numbers::<FACTORS>()?,
        needs: from.numbers::<DEMANDS>()?.map(|it| it != 0),
        leads: from.list(|from| {
            let [product, language, place, demand, expected] = from.numbers()?;
            let asks = [product, language, place].map(|it| usize::try_from(it).unwrap_or(0));
            Some(Wanted { asks, demand, expected })
        })?,
        people: from.list(|from| {
            let [takes_part, level, ease, room, held] = from.numbers()?;
            let room = u32::try_from(room).ok()?;
            Some(Seller { takes_part: takes_part != 0, level, ease, room, held })
        })?,
        met: [from.list(Reader::byte)?, from.list(Reader::byte)?, from.list(Reader::byte)?],
        records: from.list(Reader::number)?,
    };
    let people = scales.people.len();
    let fits = scales.leads.iter().all(|lead| {
        let ends = lead.asks.map(|it| it.saturating_add(1).saturating_mul(people));
        ends[0] <= scales.records.len()
            && ends.iter().zip(&scales.met).all(|(end, it)| *end <= it.len())
    });
    (from.0.is_empty() && fits).then_some(scales)
}

/// What came of it.
pub fn of_answer(answer: &Answer) -> Vec<u8> {
    let mut out = Writer::default();
    let person = |out: &mut Writer, it: &Option<usize>| out.number(it.map_or(-1, |it| it as i64));
    out.list(&answer.takers, person);
    out.list(&answer.owners, person);
    out.list(&answer.prices, |out, it| out.number(*it));
    out.0
}

/// Reads what came of some work.
pub fn answer(bytes: &[u8], scales: &Scales) -> Option<Answer> {
    let people = scales.people.len();
    let person = |from: &mut Reader<'_>| match from.number()? {
        -1 => Some(None),
        it => usize::try_from(it).ok().filter(|it| *it < people).map(Some),
    };
    let mut from = Reader(bytes);
    let (takers, owners) = (from.list(person)?, from.list(person)?);
    let prices = from.list(Reader::number)?;
    let fits = [takers.len(), owners.len()] == [scales.leads.len(); 2] && prices.len() == people;
    (from.0.is_empty() && fits).then_some(Answer { takers, owners, prices })
}

#[derive(Default)]
struct Writer(Vec<u8>);

impl Writer {
    fn number(&mut self, number: i64) {
        self.0.extend(number.to_le_bytes());
    }

    fn list<T>(&mut self, items: &[T], mut write: impl FnMut(&mut Writer, &T)) {
        self.number(items.len() as i64);
        items.iter().for_each(|it| write(self, it));
    }
}

struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn number(&mut self) -> Option<i64> {
        let (first, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(i64::from_le_bytes(*first))
    }

    fn numbers<const N: usize>(&mut self) -> Option<[i64; N]> {
        let mut numbers = [0; N];
        for number in &mut numbers {
            *number = self.number()?;
        }
        Some(numbers)
    }

    fn list<T>(&mut self, mut read: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let length = usize::try_from(self.number()?).ok()?;
        // Every item takes a byte at least: a length beyond the bytes is none.
        let length = Some(length).filter(|it| *it <= self.0.len())?;
        (0..length).map(|_| read(self)).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::job::Job;
    use super::super::weigh::tests::scales as drawn;
    use super::*;

    proptest! {
        #[test]
        fn what_is_written_is_read(scales in drawn()) {
            prop_assert_eq!(super::scales(&of_scales(&scales)), Some(scales.clone()));
            let (_, _, found) = Job::new(scales.clone()).finish();
            prop_assert_eq!(answer(&of_answer(&found), &scales), Some(found));
        }

        #[test]
        fn bytes_cut_short_give_nothing(scales in drawn(), cut in 1..40_usize) {
            let bytes = of_scales(&scales);
            prop_assert_eq!(super::scales(&bytes[..bytes.len() - cut]), None);
        }
    }
}
