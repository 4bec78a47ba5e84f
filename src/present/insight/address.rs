//! What of the figures is looked at: the tab, the period, whose, which pipeline, and by what. It is
//! the address of the page; what it does not say is as usual.

use crate::domain::calendar::Period;
use crate::domain::goal::Bearer;
use crate::domain::grain::Grain;
use crate::domain::id::PipelineId;
use crate::i18n::Lang;

/// What is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InsightAddress {
    /// The tab.
    pub tab: InsightTab,
    /// The period; none means all time.
    pub period: Option<Period>,
    /// Whose leads.
    pub who: Bearer,
    /// The pipeline; none means every one.
    pub pipeline: Option<PipelineId>,
    /// By what win rates are told apart.
    pub by: Dimension,
    /// What is shown month by month.
    pub series: Series,
    /// Whether month by month or week by week.
    pub grain: Grain,
    /// Which part of the leads of a month is shown.
    pub part: Part,
}

/// A choice of an address by its name.
macro_rules! choices {
    ($(#[$doc:meta])* $name:ident: $($(#[$note:meta])* $choice:ident = $text:literal, $words:ident;)+) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub enum $name {
            #[default]
            $($(#[$note])* $choice,)+
        }

        impl $name {
            /// Every choice, in order.
            pub const ALL: &[$name] = &[$($name::$choice),+];

            /// Its name in an address.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $($name::$choice => $text,)+
                }
            }

            /// What it is called.
            pub const fn words(self, lang: Lang) -> &'static str {
                match self {
                    $($name::$choice => lang.$words(),)+
                }
            }

            /// The choice of a name; the first for any other.
            pub fn named(name: &str) -> $name {
                Self::ALL.iter().find(|it| it.as_str() == name).copied().unwrap_or_default()
            }
        }
    };
}

choices! {
    /// A tab of the page.
    InsightTab:
    /// How often leads are won, group by group.
    Rates = "rates", insight_tab_rates;
    /// How leads go from stage to stage.
    Funnel = "funnel", insight_tab_funnel;
    /// Month by month.
    Trends = "trends", insight_tab_trends;
    /// By the month of creation.
    Cohorts = "cohorts", insight_tab_cohorts;
}

choices! {
    /// By what leads are told apart.
    Dimension:
    /// Who works on it.
    Person = "person", insight_by_person;
    /// The team of that person.
    Team = "team", insight_by_team;
    /// Where it came from.
    Source = "source", insight_by_source;
    /// What is sold.
    Product = "product", insight_by_product;
    /// The family of what is sold.
    Series = "series", insight_by_series;
    /// Where the customer is.
    Region = "region", insight_by_region;
    /// The region or office of the person.
    Office = "office", insight_by_office;
    /// The customer's industry.
    Sector = "sector", insight_by_sector;
    /// How much it is worth.
    Size = "size", insight_by_size;
    /// Who else was on the deal.
    Competitor = "competitor", insight_by_competitor;
}

choices! {
    /// What is shown month by month.
    Series:
    /// What was won.
    Value = "value", insight_series_value;
    /// How many were won.
    Won = "won", insight_series_won;
    /// How many were created.
    New = "new", insight_series_new;
    /// The part of the closed ones that was won.
    Rate = "win-rate", insight_series_rate;
}

choices! {
    /// What part of the leads created in a month is shown.
    Part:
    /// The won ones.
    Won = "part-won", insight_part_won;
    /// The lost ones.
    Lost = "part-lost", insight_part_lost;
    /// Those that are open still.
    Open = "part-open", insight_part_open;
}

impl Default for InsightAddress {
    fn default() -> InsightAddress {
        InsightAddress {
            tab: InsightTab::default(),
            period: None,
            who: Bearer::Company,
            pipeline: None,
            by: Dimension::default(),
            series: Series::default(),
            grain: Grain::default(),
            part: Part::default(),
        }
    }
}

impl InsightAddress {
    /// The address of a tab's name and a query.
    pub fn parse(tab: &str, query: &str) -> InsightAddress {
        let value = |name: &str| {
            let part = query.split('&').find_map(|it| it.strip_prefix(name));
            part.and_then(|it| it.strip_prefix('=')).unwrap_or_default()
        };
        InsightAddress {
            tab: InsightTab::named(tab),
            period: value("period").parse().ok(),
            who: value("who").parse().unwrap_or(Bearer::Company),
            pipeline: value("pipeline").parse().ok(),
            by: Dimension::named(value("by")),
            series: Series::named(value("show")),
            grain: Grain::named(value("each")),
            part: Part::named(value("part")),
        }
    }

    /// The tab's name and the query with its question mark.
    pub fn printed(&self) -> String {
        let usual = InsightAddress::default();
        let mut said: Vec<String> = Vec::new();
        let mut say = |name: &str, value: String| said.push([name, "=", &value].concat());
        if let Some(period) = self.period {
            say("period", period.to_string());
        }
        if self.who != usual.who {
            say("who", self.who.to_string());
        }
        if let Some(pipeline) = self.pipeline {
            say("pipeline", pipeline.to_string());
        }
        if self.by != usual.by {
            say("by", self.by.as_str().to_owned());
        }
        if self.series != usual.series {
            say("show", self.series.as_str().to_owned());
        }
        if self.grain != usual.grain {
            say("each", self.grain.as_str().to_owned());
        }
        if self.part != usual.part {
            say("part", self.part.as_str().to_owned());
        }
        let mark = if said.is_empty() { "" } else { "?" };
        [self.tab.as_str(), mark, &said.join("&")].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(printed: &str) {
        let (tab, query) = printed.split_once('?').unwrap_or((printed, ""));
        assert_eq!(InsightAddress::parse(tab, query).printed(), printed);
    }

    #[test]
    fn an_address_is_read_back() {
        check("rates");
        check("rates?period=2026-Q4&by=competitor");
        check("trends?period=2026&who=person:0000000000007&show=win-rate");
        check("trends?show=won&each=week");
        check("cohorts?pipeline=0000000000009&part=part-open");
    }

    #[test]
    fn what_it_does_not_know_is_as_usual() {
        assert_eq!(InsightAddress::parse("never", "who=nobody&by="), InsightAddress::default());
    }
}
