//! Fields that few plans fill in: the currency, how exactly something is measured, what fills a pool
//! and who has which share of it.

use serde_json::Value;

use super::edit::currency;
use super::form::{Form, Words};
use super::{FieldKind, FieldView};
use crate::i18n::Lang;
use crate::present::settings::currencies;

impl Form<'_> {
    /// The currency of all that the plan pays and measures.
    pub(super) fn currency(&self) -> FieldView {
        let kind = FieldKind::Choice(currencies(self.lang, currency(self.plan)));
        FieldView { kind, ..self.field("/currency", self.lang.plan_currency()) }
    }

    /// Whether the cap of the plan leaves a part alone; asked where there is a cap, or it is said.
    pub(super) fn uncapped(&self, path: &str) -> Option<FieldView> {
        let path = format!("{path}/uncapped");
        let is_said = self.plan.pointer(&path).is_some_and(|it| *it == true);
        let is_asked = is_said || !self.plan["cap"].is_null();
        is_asked.then(|| self.field(&path, self.lang.part_uncapped()))
    }

    /// Which deals a measure goes by, and whether its boundary is reached exactly at it.
    pub(super) fn measured(&self, path: &str, name: &str) -> Vec<FieldView> {
        let lang = self.lang;
        let of = [("own", Lang::part_measured_own as Words), ("all", Lang::part_measured_all)];
        let reached = [("at", Lang::part_reached_at as Words), ("above", Lang::part_reached_above)];
        let label = |what: &str| lang.sum_part(name, what);
        let of = self.choice(&format!("{path}/of"), &label(lang.part_measured()), &of);
        let reached =
            self.choice(&format!("{path}/reached"), &label(lang.part_reached()), &reached);
        // What lies in a tier does not ask whether its beginning is reached.
        let mode = self.plan.pointer(&format!("{path}/mode")).and_then(Value::as_str);
        let asks = !path.ends_with("/tiers") || mode == Some("retroactive");
        [Some(of), asks.then_some(reached)].into_iter().flatten().collect()
    }

    /// Whether an amount is for each deal or for each piece.
    pub(super) fn per(&self, path: &str) -> FieldView {
        let per = [("deal", Lang::part_per_deal as Words), ("unit", Lang::part_per_unit)];
        self.choice(&format!("{path}/per"), self.lang.part_per(), &per)
    }

    /// What an amount is for.
    pub(super) fn each(&self, path: &str, own: &Value) -> FieldView {
        let label = match own["per"].as_str() {
            Some("unit") => self.lang.part_each_unit(),
            _ => self.lang.part_each(),
        };
        self.field(&format!("{path}/each"), label)
    }

    /// What a pool is filled with.
    pub(super) fn filled(&self, path: &str, own: &Value) -> FieldView {
        let filled =
            [("deals", Lang::part_filled_deals as Words), ("amount", Lang::part_filled_amount)];
        let says = if own["amount"].is_null() { "deals" } else { "amount" };
        self.choice_or(&format!("{path}/filled"), self.lang.part_filled(), &filled, says)
    }

    /// How a pool is shared; where shares are given, everybody's.
    pub(super) fn shares(&self, path: &str, own: &Value) -> Vec<FieldView> {
        let lang = self.lang;
        let path = format!("{path}/shares");
        let ways = [
            ("equal", Lang::part_shares_equal as Words),
            ("sales", Lang::part_shares_sales),
            ("given", Lang::part_shares_given),
        ];
        let says = match &own["shares"] {
            Value::Object(_) => "given",
            other => other.as_str().unwrap_or("equal"),
        };
        let mut fields = vec![self.choice_or(&path, lang.part_shares(), &ways, says)];
        if let Value::Object(given) = &own["shares"] {
            // Whoever has a share without being paid by the plan is shown, so that it can be taken away.
            let others = given.keys().filter(|it| !self.people.contains(it));
            let all = self.people.iter().chain(others);
            fields.extend(all.map(|name| {
                let place = name.replace('~', "~0").replace('/', "~1");
                self.field(&format!("{path}/{place}"), &lang.part_share_of(name))
            }));
        }
        fields
    }
}
