//! The sample's market book: four notes, one of them stale, and two assumptions, one switched on.

use super::{Words, product_id};
use crate::domain::calendar::{Day, FiscalStart};
use crate::domain::id::{AssumptionId, MarketNoteId};
use crate::domain::market::{Assumption, Confidence, MarketNote, NoteKind};

/// How many notes there are.
pub(super) const NOTES: usize = 4;
/// How many assumptions there are.
pub(super) const ASSUMPTIONS: usize = 2;
/// How many days ago each note was so.
const AGES: [u64; NOTES] = [12, 25, 40, 120];

pub(super) fn notes(words: &Words, today: Day) -> Vec<(MarketNoteId, MarketNote)> {
    let note = |place: usize| {
        let [text, source] = words.market[place].map(str::to_owned);
        let (kind, confidence) = match place {
            0 => (NoteKind::Size, Confidence::High),
            1 => (NoteKind::Demand, Confidence::Medium),
            2 => (NoteKind::Competitor, Confidence::Medium),
            _ => (NoteKind::Trend, Confidence::Low),
        };
        let product = (place == 1).then(|| product_id(1));
        let day = Some(today.minus(AGES[place]));
        MarketNote { kind, text, day, source, confidence, product, ..MarketNote::default() }
    };
    (0..NOTES).map(|place| (note_id(place), note(place))).collect()
}

pub(super) fn assumptions(words: &Words, today: Day) -> Vec<(AssumptionId, Assumption)> {
    let period = Some(FiscalStart::new(1).quarter_of(today));
    let assumption = |place: usize| Assumption {
        name: words.assumptions[place].to_owned(),
        period,
        permille: Some(if place == 0 { -80 } else { 50 }),
        note: (place == 0).then(|| note_id(2)),
        on: place == 0,
        ..Assumption::default()
    };
    (0..ASSUMPTIONS).map(|place| (assumption_id(place), assumption(place))).collect()
}

pub(super) fn note_id(place: usize) -> MarketNoteId {
    MarketNoteId::of_key(&format!("sample/market-note/{place}"))
}

pub(super) fn assumption_id(place: usize) -> AssumptionId {
    AssumptionId::of_key(&format!("sample/assumption/{place}"))
}
