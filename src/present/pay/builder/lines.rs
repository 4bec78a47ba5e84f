//! Lines of a form: tiers, levels, periods; and what a plan has besides its parts.

use serde_json::Value;

use super::edit::{Kept, kept};
use super::form::Form;
use super::piece::Piece;
use super::{SectionView, StepView};

impl Form<'_> {
    /// The lines of a list: tiers, levels, periods.
    pub(super) fn steps(&self, path: &str, title: &str) -> Vec<StepView> {
        let lang = self.lang;
        let all = self.plan.pointer(path).and_then(Value::as_array);
        let all = all.map(Vec::as_slice).unwrap_or_default();
        let step = |(place, own): (usize, &Value)| {
            let path = format!("{path}/{place}");
            let at = |key: &str| format!("{path}/{key}");
            let from = match kept(self.plan, &at("from")) {
                Kept::Percent => lang.part_step_from_percent(),
                _ => lang.part_step_from(),
            };
            let mut fields = Vec::new();
            let prices = [
                ("from", from),
                ("to", lang.part_step_to()),
                ("rate", lang.part_step_rate()),
                ("times", lang.part_step_times()),
                ("each", lang.part_step_amount()),
                ("amount", lang.part_step_amount()),
                ("share", lang.part_share()),
                ("quota", lang.part_ramp_quota()),
                ("guarantee", lang.plan_guarantee()),
                ("draw", lang.piece_draw()),
            ];
            // A period of the ramp can have each of them; a tier or a level keeps its kind.
            let is_ramp = |key: &str| {
                path.starts_with("/ramp/") && ["quota", "guarantee", "draw"].contains(&key)
            };
            let shown = |key: &str| !own[key].is_null() || is_ramp(key);
            for (key, words) in prices.into_iter().filter(|(key, _)| shown(key)) {
                fields.push(self.field(&at(key), words));
            }
            let number = (place + 1).to_string();
            let remove = (1 < all.len()).then(|| lang.piece_remove_step(title, &number));
            StepView { path, fields, remove }
        };
        all.iter().enumerate().map(step).collect()
    }

    /// Something that the plan has besides its parts.
    pub(super) fn besides(&self, piece: Piece) -> Option<SectionView> {
        let lang = self.lang;
        let key = piece.key().filter(|it| !self.plan[*it].is_null())?;
        let path = format!("/{key}");
        let at = |key: &str| format!("{path}/{key}");
        let title = piece.name(lang).to_owned();
        let (mut fields, mut list) = (Vec::new(), None);
        match piece {
            Piece::Clawback => {
                fields.push(self.field(&at("share"), lang.part_share()));
                fields.push(self.field(&at("within_days"), lang.part_within_days()));
                fields.push(self.field(&at("within_months"), lang.part_within_months()));
                fields.push(self.field(&at("prorated"), lang.part_prorated()));
            }
            Piece::Holdback => {
                fields.push(self.field(&at("share"), lang.part_share()));
                fields.push(self.field(&at("release_after_days"), lang.part_release_days()));
                fields.push(self.field(&at("release_after_months"), lang.part_release_months()));
                fields.push(self.field(&at("release_when_paid"), lang.part_release_paid()));
            }
            Piece::Draw => {
                fields.push(self.field(&at("amount"), lang.part_amount()));
                fields.push(self.field(&at("recoverable"), lang.part_recoverable()));
                fields.push(self.field(&at("periods"), lang.part_periods()));
            }
            Piece::Ramp => list = Some((path.clone(), lang.piece_add_period())),
            Piece::Cap => fields.push(self.field(&path, lang.plan_cap())),
            Piece::Floor => fields.push(self.field(&path, lang.plan_floor())),
            _ => fields.push(self.field(&path, lang.plan_guarantee())),
        }
        let steps = list.as_ref().map(|(it, _)| self.steps(it, &title)).unwrap_or_default();
        let add_step = list.map(|(path, words)| (path, words.to_owned()));
        let remove = Some(lang.piece_remove(&title));
        let (more, is_more_used) = (Vec::new(), false);
        Some(SectionView { path, title, fields, more, is_more_used, steps, add_step, remove })
    }
}
