//! Leads in groups: by whom, where from, what, how much.

use std::collections::BTreeMap;

use super::scope::{Looked, Scope};
use super::{Dimension, Measure};
use crate::domain::arrange;
use crate::domain::id::{CompetitorId, LeadId, ProductId, RecordId};
use crate::domain::insight::{Figures, both};
use crate::domain::money::{Money, share};
use crate::domain::pipeline::Outcome;
use crate::domain::rates::{Rates, Total};
use crate::present::format;

/// What a group of leads has in common.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// A record.
    Record(RecordId),
    /// A word.
    Word(String),
    /// A band of sizes, from the smallest.
    Band(usize),
    /// Nothing is said.
    Unsaid,
}

/// The figures of a group.
#[derive(Default)]
pub(super) struct Group {
    pub(super) figures: Figures,
    pub(super) won_value: Total,
    /// How many won leads have an amount.
    pub(super) valued: i64,
}

impl Group {
    /// Adds a lead with all that it is worth.
    pub(super) fn add(&mut self, looked: Looked<'_>, rates: &Rates) {
        self.add_at(looked, looked.lead.amount, rates);
    }

    /// Adds a lead with a part of what it is worth.
    pub(super) fn add_at(&mut self, looked: Looked<'_>, part: Option<Money>, rates: &Rates) {
        self.figures.add_at(looked.lead, looked.outcome, part);
        if let (Outcome::Won, Some(amount)) = (looked.outcome, part) {
            self.won_value.add(rates, amount);
            self.valued += 1;
        }
    }

    /// What a won lead brings.
    pub(super) fn average(&self, rates: &Rates) -> Option<Money> {
        let sum = self.won_value.sum(rates).filter(|_| self.valued != 0)?;
        Some(Money::new(share(sum.minor, 1, self.valued), sum.currency))
    }

    /// A figure that is an amount.
    pub(super) fn amount(&self, measure: Measure, rates: &Rates) -> Option<Money> {
        match measure {
            Measure::Average => self.average(rates),
            _ => self.won_value.sum(rates),
        }
    }

    /// A figure that is a number of days.
    pub(super) fn days(&self, measure: Measure) -> Option<f64> {
        match measure {
            Measure::MeanDays => self.figures.mean_days_won(),
            _ => self.figures.median_days_won(),
        }
    }
}

/// How leads are put into groups.
pub(super) struct Sorter<'a> {
    scope: Scope<'a>,
    dimension: Dimension,
    rates: Rates,
    /// The upper ends of all bands of sizes but the last, in minor units.
    bands: Vec<i64>,
    rivals: BTreeMap<LeadId, Vec<CompetitorId>>,
}

/// How many bands of sizes there are.
const BANDS: usize = 4;

impl<'a> Sorter<'a> {
    pub(super) fn new(scope: Scope<'a>, dimension: Dimension) -> Sorter<'a> {
        let rates = scope.rates();
        let bands = match dimension {
            Dimension::Size => bands(scope, &rates),
            _ => Vec::new(),
        };
        let mut rivals: BTreeMap<LeadId, Vec<CompetitorId>> = BTreeMap::new();
        if dimension == Dimension::Competitor {
            for rival in scope.workspace.rivals.values() {
                let (Some(lead), Some(competitor)) = (rival.lead, rival.competitor) else {
                    continue;
                };
                let on_lead = rivals.entry(lead).or_default();
                if scope.workspace.competitors.has(competitor) && !on_lead.contains(&competitor) {
                    on_lead.push(competitor);
                }
            }
        }
        Sorter { scope, dimension, rates, bands, rivals }
    }

    pub(super) fn rates(&self) -> &Rates {
        &self.rates
    }

    /// The groups that a lead is in: several where several products are sold on it, or several
    /// competitors stood on it.
    pub(super) fn keys(&self, looked: Looked<'_>) -> Vec<Key> {
        self.parts(looked).into_iter().map(|(key, _)| key).collect()
    }

    /// The groups that a lead is in, each once, with what of its amount counts there: of several
    /// products each counts its part, so that the parts are the whole.
    pub(super) fn parts(&self, looked: Looked<'_>) -> Vec<(Key, Option<Money>)> {
        if !matches!(self.dimension, Dimension::Product | Dimension::Series) {
            let whole = |key| (key, looked.lead.amount);
            return self.whole(looked).into_iter().map(whole).collect();
        }
        let mut parts: Vec<(Key, Option<Money>)> = Vec::new();
        for (product, part) in looked.lead.shares() {
            let key = self.of_product(product);
            match parts.iter_mut().find(|(known, _)| *known == key) {
                Some((_, sum)) => *sum = both(*sum, part),
                None => parts.push((key, part)),
            }
        }
        parts
    }

    fn of_product(&self, id: Option<ProductId>) -> Key {
        let product = self.scope.workspace.products.find(id);
        let series = || word(product.map(|it| &it.series));
        let key = match self.dimension {
            Dimension::Series => series(),
            _ => product.and(id).map(|it| Key::Record(it.into())),
        };
        key.unwrap_or(Key::Unsaid)
    }

    fn whole(&self, looked: Looked<'_>) -> Vec<Key> {
        let (workspace, lead) = (self.scope.workspace, looked.lead);
        let owner = || workspace.people.find(lead.owner);
        let customer = || workspace.customers.find(lead.customer);
        let key = match self.dimension {
            Dimension::Person => owner().and(lead.owner).map(|it| Key::Record(it.into())),
            Dimension::Team => {
                let team = owner().and_then(|it| it.team);
                team.filter(|it| workspace.teams.has(*it)).map(|it| Key::Record(it.into()))
            }
            Dimension::Source => word(Some(&lead.source)),
            Dimension::Product | Dimension::Series => None,
            Dimension::Region => word(customer().map(|it| &it.location)),
            Dimension::Office => word(owner().map(|it| &it.region)),
            Dimension::Sector => word(customer().map(|it| &it.sector)),
            Dimension::Size => {
                let size = looked.size(workspace, &self.rates);
                let band = |it: Money| self.bands.iter().filter(|end| **end < it.minor).count();
                size.map(|it| Key::Band(band(it)))
            }
            Dimension::Competitor => {
                let on_lead = self.rivals.get(&looked.id).map_or(&[][..], Vec::as_slice);
                if !on_lead.is_empty() {
                    return on_lead.iter().map(|it| Key::Record((*it).into())).collect();
                }
                None
            }
        };
        vec![key.unwrap_or(Key::Unsaid)]
    }

    /// What a group is called.
    pub(super) fn name(&self, key: &Key) -> String {
        let (workspace, lang) = (self.scope.workspace, self.scope.lang);
        match key {
            Key::Word(word) => word.clone(),
            Key::Unsaid if self.dimension == Dimension::Competitor => {
                lang.insight_no_competitor().to_owned()
            }
            Key::Unsaid => lang.insight_unsaid().to_owned(),
            Key::Band(band) => self.band_name(*band),
            Key::Record(id) => {
                let id = *id;
                let name = match self.dimension {
                    Dimension::Team => workspace.teams.get(id.into()).map(|it| &it.name),
                    Dimension::Product => workspace.products.get(id.into()).map(|it| &it.name),
                    Dimension::Competitor => {
                        workspace.competitors.get(id.into()).map(|it| &it.name)
                    }
                    _ => workspace.people.get(id.into()).map(|it| &it.name),
                };
                name.cloned().unwrap_or_default()
            }
        }
    }

    fn band_name(&self, band: usize) -> String {
        let lang = self.scope.lang;
        let end = |place: usize| {
            let end = self.bands.get(place)?;
            Some(format::money_compact(lang, Money::new(*end, self.rates.home())))
        };
        match (band.checked_sub(1).and_then(end), end(band)) {
            (None, Some(high)) => lang.insight_band_first(&high),
            (Some(low), Some(high)) => lang.insight_band(&low, &high),
            (Some(low), None) => lang.insight_band_last(&low),
            (None, None) => lang.insight_band_only().to_owned(),
        }
    }
}

fn word(word: Option<&String>) -> Option<Key> {
    let word = word.map(|it| it.trim()).filter(|it| !it.is_empty());
    word.map(|it| Key::Word(it.to_owned()))
}

/// The quartiles of the sizes of closed leads, so that the bands hold about as many leads each.
fn bands(scope: Scope<'_>, rates: &Rates) -> Vec<i64> {
    let sizes = scope.closed().filter_map(|it| it.size(scope.workspace, rates));
    let mut sizes: Vec<i64> = sizes.map(|it| it.minor).collect();
    arrange::naturally(&mut sizes);
    let end = |nth: usize| sizes.get((sizes.len() * nth).div_ceil(BANDS).checked_sub(1)?).copied();
    let mut ends: Vec<i64> = (1..BANDS).filter_map(end).collect();
    ends.dedup();
    // Nothing lies above the largest.
    ends.retain(|it| sizes.last().is_some_and(|last| it < last));
    ends
}
