//! The written form of a plan as sections of fields.

use serde_json::Value;

use super::edit::{Kept, kept, shown, unescaped};
use super::piece::Piece;
use super::{BuilderView, FieldKind, FieldView, PieceView, SectionView};
use crate::domain::commission::format::{self, Wrong};
use crate::i18n::Lang;

pub(super) fn view(lang: Lang, text: &str, people: &[String]) -> BuilderView {
    let Ok(plan) = serde_json::from_str::<Value>(text) else { return BuilderView::default() };
    let wrong = format::plan(&plan).err();
    let form = Form { lang, plan: &plan, people, wrong: wrong.as_ref() };
    let mut sections = vec![form.basics()];
    let count = plan["components"].as_array().map_or(0, Vec::len);
    sections.extend((0..count).map(|it| form.component(it)));
    sections.extend(Piece::ALL.iter().filter_map(|it| form.besides(*it)));
    let fields = sections.iter().flat_map(|it| {
        it.fields.iter().chain(&it.more).chain(it.steps.iter().flat_map(|it| &it.fields))
    });
    let is_shown = fields.into_iter().any(|it| it.error.is_some());
    let error = wrong.as_ref().filter(|_| !is_shown).map(|it| lang.format_wrong(it));
    let pieces = Piece::ALL.into_iter().map(|piece| PieceView {
        piece,
        name: piece.name(lang).to_owned(),
        is_taken: piece.key().is_some_and(|it| !plan[it].is_null()),
    });
    BuilderView { pieces: pieces.collect(), sections, error }
}

/// A place as the reader of plans tells it: `plan.components[0].rate`.
fn told(path: &str) -> String {
    let mut told = "plan".to_owned();
    for part in path.split('/').filter(|it| !it.is_empty()) {
        let part = &unescaped(part);
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

/// A written plan that is read field by field.
pub(super) struct Form<'a> {
    pub(super) lang: Lang,
    pub(super) plan: &'a Value,
    /// The names of those whom it pays.
    pub(super) people: &'a [String],
    wrong: Option<&'a Wrong>,
}

/// A word in each language.
pub(super) type Words = fn(Lang) -> &'static str;

impl Form<'_> {
    pub(super) fn field(&self, path: &str, label: &str) -> FieldView {
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

    pub(super) fn choice(&self, path: &str, label: &str, choices: &[(&str, Words)]) -> FieldView {
        let known = self.plan.pointer(path).and_then(Value::as_str);
        self.choice_or(path, label, choices, known.unwrap_or(choices[0].0))
    }

    /// A choice that says this.
    pub(super) fn choice_or(
        &self,
        path: &str,
        label: &str,
        choices: &[(&str, Words)],
        value: &str,
    ) -> FieldView {
        let (lang, value) = (self.lang, value.to_owned());
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
            self.field("/from", lang.plan_from()),
            self.field("/until", lang.plan_until()),
        ];
        let mut more = vec![
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
        // Every plan has a currency; that is no reason to unfold.
        let is_more_used = self.is_used(&more);
        more.insert(0, self.currency());
        SectionView {
            path: String::new(),
            title: lang.plan_basics().to_owned(),
            fields,
            is_more_used,
            more,
            steps: Vec::new(),
            add_step: None,
            remove: None,
        }
    }

    /// Whether anything is filled in among some fields.
    fn is_used(&self, fields: &[FieldView]) -> bool {
        let is_kept = |it: &FieldView| self.plan.pointer(&it.path).is_some_and(|it| !it.is_null());
        fields.iter().any(is_kept)
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
        let (mut fields, mut more, mut list) = (Vec::new(), Vec::new(), None);
        match kind {
            "bonus" => {
                fields.push(self.whose(&path));
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
                more.extend(self.measured(&at("measure"), lang.piece_levels()));
                list = Some((at("levels"), lang.piece_add_level()));
            }
            "spiff" => {
                more.push(self.per(&path));
                fields.push(self.each(&path, own));
                fields.push(self.whose(&path));
                fields.push(self.field(&at("at_least"), lang.part_at_least()));
                fields.push(self.field(&at("first"), lang.part_first()));
            }
            "pool" if !own["amount"].is_null() => {
                fields.push(self.field(&at("amount"), lang.part_pool_amount()));
                fields.extend(self.shares(&path, own));
                more.push(self.filled(&path, own));
            }
            _ => {
                fields.extend(self.prices(&path, own));
                if kind == "pool" {
                    // Whoever is in the team fills its pool.
                    fields.retain(|it| it.path != at("of"));
                    fields.extend(self.shares(&path, own));
                    more.push(self.filled(&path, own));
                }
                more.extend(self.bounds(&path, own));
                if !own["tiers"].is_null() {
                    list = Some((at("tiers/steps"), lang.piece_add_tier()));
                }
            }
        }
        more.extend(self.deals(&path));
        more.extend(self.uncapped(&path));
        more.push(self.field(&at("name"), lang.part_name()));
        let steps = list.as_ref().map(|(it, _)| self.steps(it, &title)).unwrap_or_default();
        let add_step = list.map(|(path, words)| (path, words.to_owned()));
        let remove = Some(lang.piece_remove(&title));
        // A threshold that pays everything is there without a word.
        // So is a pool that an amount fills.
        let is_more_used = self.is_used(&more)
            || !own["threshold"].is_null()
            || kind == "pool" && !own["amount"].is_null();
        SectionView { path, title, fields, more, is_more_used, steps, add_step, remove }
    }

    /// Whose deals it pays for.
    fn whose(&self, path: &str) -> FieldView {
        let of = [
            ("own", Lang::part_of_own as Words),
            ("team", Lang::part_of_team),
            ("below", Lang::part_of_below),
        ];
        self.choice(&format!("{path}/of"), self.lang.part_of(), &of)
    }

    /// Which of them.
    fn deals(&self, path: &str) -> Vec<FieldView> {
        let lang = self.lang;
        let at = |key: &str| format!("{path}/{key}");
        vec![
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

    /// What it pays, and by which tiers.
    fn prices(&self, path: &str, own: &Value) -> Vec<FieldView> {
        let lang = self.lang;
        let at = |key: &str| format!("{path}/{key}");
        let mut fields = Vec::new();
        let prices = [
            ("rate", Lang::part_rate as Words),
            ("target", Lang::part_target),
            ("each", Lang::part_each),
        ];
        for (key, words) in prices.iter().filter(|(key, _)| !own[*key].is_null()) {
            fields.push(match *key {
                "each" => self.each(path, own),
                key => self.field(&at(key), words(lang)),
            });
        }
        let has_price = !fields.is_empty();
        fields.push(self.whose(path));
        let none = ("none", Lang::part_none as Words);
        let modes =
            [("marginal", Lang::part_marginal as Words), ("retroactive", Lang::part_retroactive)];
        let has_tiers = !own["tiers"].is_null();
        // Without a price of its own a part has nothing but its tiers.
        let offered: Vec<(&str, Words)> = match has_price {
            true => [none].into_iter().chain(modes).collect(),
            false => modes.to_vec(),
        };
        let says = match own["tiers"]["mode"].as_str() {
            Some(mode) => mode,
            None if has_tiers || !has_price => "marginal",
            None => "none",
        };
        fields.push(self.choice_or(&at("tiers/mode"), lang.part_tiers(), &offered, says));
        if has_tiers {
            fields.push(self.by(&at("tiers")));
            fields.push(self.over(&at("tiers")));
        }
        fields
    }

    /// What it is paid of, from where on, and within which bounds.
    fn bounds(&self, path: &str, own: &Value) -> Vec<FieldView> {
        let lang = self.lang;
        let at = |key: &str| format!("{path}/{key}");
        let mut fields = Vec::new();
        let (has_tiers, has_each) = (!own["tiers"].is_null(), !own["each"].is_null());
        if has_tiers {
            fields.extend(self.measured(&at("tiers"), lang.part_tiers()));
        }
        if has_each || !own["per"].is_null() {
            fields.push(self.per(path));
        } else {
            let bases =
                [("amount", Lang::part_base_amount as Words), ("margin", Lang::part_base_margin)];
            fields.push(self.choice(&at("base"), lang.part_base(), &bases));
        }
        let pays =
            [("all", Lang::part_threshold_all as Words), ("excess", Lang::part_threshold_excess)];
        let has_threshold = !own["threshold"].is_null();
        let none = ("none", Lang::part_none as Words);
        let offered: Vec<(&str, Words)> = [none].into_iter().chain(pays).collect();
        let says = match own["threshold"]["pays"].as_str() {
            Some(pays) => pays,
            None if has_threshold => "all",
            None => "none",
        };
        fields.push(self.choice_or(&at("threshold/pays"), lang.part_threshold(), &offered, says));
        if has_threshold {
            fields.push(self.field(&at("threshold/at"), lang.part_threshold_at()));
            fields.push(self.by(&at("threshold")));
            fields.push(self.over(&at("threshold")));
            fields.extend(self.measured(&at("threshold"), lang.part_threshold()));
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
}
