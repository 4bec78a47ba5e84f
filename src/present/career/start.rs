//! What a career ladder usually begins with.

use crate::domain::career::{CareerCriterion, CareerFigure, LevelStart, USUAL_CRITERIA};
use crate::domain::id::RecordId;
use crate::i18n::Lang;

/// Three levels with their criteria.
pub fn usual_ladder(lang: Lang, mut draw: impl FnMut() -> RecordId) -> Vec<LevelStart> {
    let mut judged = lang.usual_judged().into_iter();
    let mut levels: Vec<LevelStart> = lang
        .usual_levels()
        .into_iter()
        .map(|name| LevelStart { id: draw().into(), name: name.to_owned(), criteria: Vec::new() })
        .collect();
    for (place, figure, at_least, quarters) in USUAL_CRITERIA {
        let text = match figure {
            CareerFigure::Judged => judged.next().unwrap_or_default().to_owned(),
            _ => String::new(),
        };
        let figure = Some(figure);
        let criterion =
            CareerCriterion { figure, at_least, quarters, text, ..CareerCriterion::default() };
        if let Some(level) = levels.get_mut(place) {
            level.criteria.push((draw().into(), criterion));
        }
    }
    levels
}
