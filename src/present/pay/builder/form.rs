//! The written form of a plan as sections of fields.

use serde_json::Value;

use super::edit::{Kept, kept, shown};
use super::piece::Piece;
use super::{BuilderView, FieldKind, FieldView, SectionView, StepView};
use crate::domain::commission::format::{self, Wrong};
use crate::i18n::Lang;

pub(super) fn view(lang: Lang, text: &str) -> BuilderView {
    let Ok(plan) = serde_json::from_str::<Value>(text) else { return BuilderView::default() };
    let wrong = format::plan(&plan).err();
    let form = Form { lang, plan: &plan, wrong: wrong.as_ref() };
    let mut sections = vec![form.basics()];
    let count = plan["components"].as_array().map_or(0, Vec::len);
    sections.extend((0..count).map(|it| form.component(it)));
    sections.extend(Piece::ALL.iter().filter_map(|it| form.besides(*it)));
    let is_shown = sections
        .iter()
        .flat_map(|it| it.fields.iter().chain(it.steps.iter().flat_map(|it| &it.fields)));
    let is_shown = is_shown.into_iter().any(|it| it.error.is_some());
    let error = wrong.as_ref().filter(|_| !is_shown).map(|it| lang.format_wrong(it));
    let is_free = |it: &Piece| it.key().is_none_or(|it| plan[it].is_null());
    let pieces = Piece::ALL.into_iter().filter(is_free).map(|it| (it, it.name(lang).to_owned()));
    BuilderView { pieces: pieces.collect(), sections, error }
}

/// A place as the reader of plans tells it: `plan.components[0].rate`.
fn told(path: &str) -> String {
    let mut told = "plan".to_owned();
    for part in path.split('/').filter(|it| !it.is_empty()) {
        match part.parse::<usize>() {
            Ok(place) => told.push_str(&format!("[{place}]")),
            Err(_) => {
                told.push('.');
                told.push_str(part);
            }
        }
    }
    told
}

struct Form<'a> {
    lang: Lang,
    plan: &'a Value,
    wrong: Option<&'a Wrong>,
}

type Words = fn(Lang) -> &'static str;

impl Form<'_> {
    fn field(&self, path: &str, label: &str) -> FieldView {
        let kind = match kept(self.plan, path) {
            Kept::Yes => FieldKind::Tick,
            Kept::Text
                if ["/from", "/until", "/signed_from"].iter().any(|it| path.ends_with(it)) =>
            {
                FieldKind::Day
            }
            _ => FieldKind::Text,
        };
        let wrong = self.wrong.filter(|it| it.at == told(path));
        // The place is the field itself, so only the reason is told.
        let error = wrong.map(|it| {
            let whole = self.lang.format_wrong(it);
            let reason = whole.get(it.at.len()..).unwrap_or(&whole);
            reason.trim_start_matches([':', '：', ' ']).to_owned()
        });
        let value = shown(self.plan, path);
        FieldView { path: path.to_owned(), label: label.to_owned(), value, kind, error }
    }

    fn choice(&self, path: &str, label: &str, choices: &[(&str, Words)]) -> FieldView {
        let lang = self.lang;
        let known = self.plan.pointer(path).and_then(Value::as_str);
        let value = known.unwrap_or(choices[0].0).to_owned();
        let each = |(id, words): &(&str, Words)| ((*id).to_owned(), words(lang).to_owned());
        let kind = FieldKind::Choice(choices.iter().map(each).collect());
        FieldView { value, kind, ..self.field(path, label) }
    }

    fn basics(&self) -> SectionView {
        let lang = self.lang;
        let mut fields = vec![
            self.choice(
                "/period",
                lang.plan_period(),
                &[
                    ("month", Lang::plan_month),
                    ("quarter", Lang::plan_quarter),
                    ("year", Lang::plan_year),
                ],
            ),
            self.choice(
                "/counted_on",
                lang.plan_counted_on(),
                &[("signed", Lang::plan_signed), ("paid", Lang::plan_paid)],
            ),
            self.choice(
                "/quota_in",
                lang.plan_quota_in(),
                &[
                    ("amount", Lang::part_by_amount),
                    ("margin", Lang::part_by_margin),
                    ("count", Lang::part_by_count),
                    ("quantity", Lang::part_by_quantity),
                ],
            ),
            self.field("/from", lang.plan_from()),
            self.field("/until", lang.plan_until()),
            self.field("/salary", lang.plan_salary()),
            self.field("/prorated", lang.plan_prorated()),
            self.choice(
                "/negative",
                lang.plan_negative(),
                &[("pay", Lang::plan_negative_pay), ("carry", Lang::plan_negative_carry)],
            ),
        ];
        if self.plan["counted_on"] == "paid" {
            let place = fields.iter().position(|it| it.path == "/until").map_or(0, |it| it + 1);
            fields.insert(place, self.field("/signed_from", lang.plan_signed_from()));
        }
        SectionView {
            path: String::new(),
            title: lang.plan_basics().to_owned(),
            fields,
            steps: Vec::new(),
            add_step: None,
            remove: None,
        }
    }

    fn component(&self, place: usize) -> SectionView {
        let lang = self.lang;
        let path = format!("/components/{place}");
        let own = &self.plan["components"][place];
        let kind = own["kind"].as_str().unwrap_or("commission");
        let title = match (own["name"].as_str(), kind) {
            (Some(name), _) if !name.is_empty() => name.to_owned(),
            (_, "bonus") => lang.piece_bonus().to_owned(),
            (_, "spiff") => lang.piece_spiff().to_owned(),
            (_, "pool") => lang.piece_pool().to_owned(),
            _ if own["of"].is_string() => lang.piece_override().to_owned(),
            _ if !own["tiers"].is_null() && own["rate"].is_null() => lang.piece_tiers().to_owned(),
            _ if !own["tiers"].is_null() => lang.piece_accelerator().to_owned(),
            _ => lang.piece_rate().to_owned(),
        };
        let at = |key: &str| format!("{path}/{key}");
        let mut fields = vec![self.field(&at("name"), lang.part_name())];
        let mut list = None;
        match kind {
            "bonus" => {
                fields.push(self.by(&at("measure")));
                fields.push(self.over(&at("measure")));
                fields.push(self.choice(
                    &at("between"),
                    lang.part_between(),
                    &[
                        ("steps", Lang::part_between_steps),
                        ("sum", Lang::part_between_sum),
                        ("line", Lang::part_between_line),
                    ],
                ));
                list = Some((at("levels"), lang.piece_add_level()));
            }
            "spiff" => {
                fields.push(self.field(&at("each"), lang.part_each()));
                fields.push(self.field(&at("at_least"), lang.part_at_least()));
                fields.push(self.field(&at("first"), lang.part_first()));
            }
            _ => {
                fields.extend(self.earning(&path, own));
                if kind == "pool" {
                    let shares = [
                        ("equal", Lang::part_shares_equal as Words),
                        ("sales", Lang::part_shares_sales),
                    ];
                    fields.push(self.choice(&at("shares"), lang.part_shares(), &shares));
                }
                if !own["tiers"].is_null() {
                    list = Some((at("tiers/steps"), lang.piece_add_tier()));
                }
            }
        }
        fields.extend(self.deals(&path));
        let steps = list.as_ref().map(|(it, _)| self.steps(it, &title)).unwrap_or_default();
        let add_step = list.map(|(path, words)| (path, words.to_owned()));
        let remove = Some(lang.piece_remove(&title));
        SectionView { path, title, fields, steps, add_step, remove }
    }

    /// Whose deals it pays for, and which.
    fn deals(&self, path: &str) -> Vec<FieldView> {
        let lang = self.lang;
        let at = |key: &str| format!("{path}/{key}");
        let of = [
            ("own", Lang::part_of_own as Words),
            ("team", Lang::part_of_team),
            ("below", Lang::part_of_below),
        ];
        vec![
            self.choice(&at("of"), lang.part_of(), &of),
            self.field(&at("products"), lang.part_products()),
            self.field(&at("classes"), lang.part_classes()),
            self.field(&at("rest"), lang.part_rest()),
            self.field(&at("from"), lang.plan_from()),
            self.field(&at("until"), lang.plan_until()),
        ]
    }

    fn by(&self, path: &str) -> FieldView {
        let mut by = vec![
            ("amount", Lang::part_by_amount as Words),
            ("attainment", Lang::part_by_attainment),
            ("count", Lang::part_by_count),
            ("margin", Lang::part_by_margin),
            ("quantity", Lang::part_by_quantity),
        ];
        // A part of one deal's amount is nothing that a period has.
        let over = self.plan.pointer(&format!("{path}/over")).and_then(Value::as_str);
        if over == Some("deal") {
            by.retain(|(id, _)| !["attainment", "count"].contains(id));
            by.push(("margin_share", Lang::part_by_margin_share));
        }
        self.choice(&format!("{path}/by"), self.lang.part_by(), &by)
    }

    fn over(&self, path: &str) -> FieldView {
        let mut over = vec![
            ("period", Lang::part_over_period as Words),
            ("year", Lang::plan_year),
            ("year_to_date", Lang::part_over_year_to_date),
        ];
        // How much of a quota, or how many, is nothing that one deal has; no bonus is of a deal.
        let by = self.plan.pointer(&format!("{path}/by")).and_then(Value::as_str);
        if !matches!(by, Some("attainment" | "count")) && !path.ends_with("/measure") {
            over.push(("deal", Lang::part_over_deal));
        }
        self.choice(&format!("{path}/over"), self.lang.part_over(), &over)
    }

    fn earning(&self, path: &str, own: &Value) -> Vec<FieldView> {
        let lang = self.lang;
        let at = |key: &str| format!("{path}/{key}");
        let mut fields = Vec::new();
        let prices = [
            ("rate", Lang::part_rate as Words),
            ("target", Lang::part_target),
            ("each", Lang::part_each),
        ];
        for (key, words) in prices.iter().filter(|(key, _)| !own[*key].is_null()) {
            fields.push(self.field(&at(key), words(lang)));
        }
        let is_counted = !own["each"].is_null() || !own["per"].is_null();
        if !is_counted {
            let bases =
                [("amount", Lang::part_base_amount as Words), ("margin", Lang::part_base_margin)];
            fields.push(self.choice(&at("base"), lang.part_base(), &bases));
        }
        let none = ("none", Lang::part_none as Words);
        let modes =
            [("marginal", Lang::part_marginal as Words), ("retroactive", Lang::part_retroactive)];
        let has_price = fields.len() != usize::from(!is_counted);
        let has_tiers = !own["tiers"].is_null();
        let offered: Vec<(&str, Words)> = match (has_price, has_tiers) {
            (true, true) => modes.into_iter().chain([none]).collect(),
            (true, false) => [none].into_iter().chain(modes).collect(),
            (false, _) => modes.to_vec(),
        };
        fields.push(self.choice(&at("tiers/mode"), lang.part_tiers(), &offered));
        if has_tiers {
            fields.push(self.by(&at("tiers")));
            fields.push(self.over(&at("tiers")));
        }
        let pays =
            [("all", Lang::part_threshold_all as Words), ("excess", Lang::part_threshold_excess)];
        let has_threshold = !own["threshold"].is_null();
        let offered: Vec<(&str, Words)> = match has_threshold {
            true => pays.into_iter().chain([none]).collect(),
            false => [none].into_iter().chain(pays).collect(),
        };
        fields.push(self.choice(&at("threshold/pays"), lang.part_threshold(), &offered));
        if has_threshold {
            fields.push(self.field(&at("threshold/at"), lang.part_threshold_at()));
            fields.push(self.by(&at("threshold")));
            fields.push(self.over(&at("threshold")));
        }
        for (key, words) in [
            ("cap", Lang::part_cap as Words),
            ("floor", Lang::part_floor),
            ("deal_cap", Lang::part_deal_cap),
            ("deal_floor", Lang::part_deal_floor),
        ] {
            fields.push(self.field(&at(key), words(lang)));
        }
        fields
    }

    fn steps(&self, path: &str, title: &str) -> Vec<StepView> {
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
    fn besides(&self, piece: Piece) -> Option<SectionView> {
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
        Some(SectionView { path, title, fields, steps, add_step, remove })
    }
}
