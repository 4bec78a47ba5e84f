//! The nouns of a sales team and the rules over them.
//!
//! Pure: no browser, clock, randomness, storage or language. What a rule needs from outside
//! (`today`, new ids) comes in as an argument.

#[macro_use]
pub mod record;

pub mod ability;
pub mod activity;
pub mod aim;
pub mod apply;
pub mod arrange;
pub mod assignment;
pub mod behind;
pub mod cadence;
pub mod calendar;
pub mod call;
pub mod career;
pub mod changes;
pub mod codes;
pub mod cohorts;
pub mod command;
pub mod commission;
pub mod competition;
pub mod contact;
pub mod contrast;
pub mod customer;
pub mod delivery;
pub mod draft;
pub(crate) mod draw;
pub mod duplicates;
pub mod effect;
pub mod exact;
pub mod face;
pub mod fair;
pub mod feedback;
pub mod follow_up;
#[cfg(test)]
pub(crate) mod for_tests;
pub mod forecast;
pub mod funnel;
pub mod goal;
pub mod grain;
pub mod handover;
pub mod id;
pub mod import;
pub mod import_links;
pub mod incidence;
pub mod indicator;
pub mod insight;
pub mod label;
pub mod landing;
pub mod lead;
pub mod link;
pub mod loss;
pub mod market;
pub mod meeting;
pub mod money;
pub mod moved;
pub mod natural;
pub mod objective;
pub mod odds;
pub mod outlook;
pub mod pace;
pub mod people;
pub mod pin;
pub mod pinyin;
pub mod pipeline;
pub mod pool;
pub mod product;
pub mod product_line;
pub mod promise;
pub mod pulse;
pub mod quota;
pub mod rates;
pub mod rejection;
pub mod review;
pub mod reward;
pub mod round;
pub mod sample;
pub mod scorecard;
pub mod settings;
pub mod shift;
pub mod smart;
mod spelling;
pub mod split;
pub mod spread;
pub mod survey;
pub mod talk;
pub mod thanks;
pub mod unusual;
pub mod value;
pub mod view;
pub mod what_if;
pub mod workspace;
pub mod worth;

pub use record::Record;
