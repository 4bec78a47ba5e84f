//! What a plan can have, and how each of it begins.

use serde_json::{Value, json};

use crate::domain::commission::check::Usual;
use crate::domain::money::Currency;
use crate::i18n::Lang;

/// Something that a plan can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    /// A rate.
    Rate,
    /// Tiers with rates of their own.
    Tiers,
    /// A rate that accelerates beyond the quota.
    Accelerator,
    /// Bonus levels.
    Bonus,
    /// An amount for each deal.
    Spiff,
    /// A pool of the team.
    Pool,
    /// A rate on the team's deals.
    Override,
    /// A cap of all parts.
    Cap,
    /// A floor of all parts.
    Floor,
    /// A guarantee.
    Guarantee,
    /// A clawback.
    Clawback,
    /// A holdback.
    Holdback,
    /// A draw.
    Draw,
    /// A ramp.
    Ramp,
}

/// An amount as a field begins with it: round, so that nobody has to delete digits first.
pub(super) fn round_amount(minor: i64, currency: Currency) -> Value {
    let major = (minor / currency.scale()).max(1);
    let round = 10_i64.pow(major.ilog10());
    json!((major / round * round).to_string())
}

impl Piece {
    /// Every piece, in the order in which they are offered.
    pub const ALL: [Piece; 14] = [
        Piece::Rate,
        Piece::Tiers,
        Piece::Accelerator,
        Piece::Bonus,
        Piece::Spiff,
        Piece::Pool,
        Piece::Override,
        Piece::Cap,
        Piece::Floor,
        Piece::Guarantee,
        Piece::Clawback,
        Piece::Holdback,
        Piece::Draw,
        Piece::Ramp,
    ];

    /// Where it stands in the written form; none for a part of the plan.
    pub(super) fn key(self) -> Option<&'static str> {
        Some(match self {
            Piece::Cap => "cap",
            Piece::Floor => "floor",
            Piece::Guarantee => "guarantee",
            Piece::Clawback => "clawback",
            Piece::Holdback => "holdback",
            Piece::Draw => "draw",
            Piece::Ramp => "ramp",
            _ => return None,
        })
    }

    /// What it says.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Piece::Rate => lang.piece_rate(),
            Piece::Tiers => lang.piece_tiers(),
            Piece::Accelerator => lang.piece_accelerator(),
            Piece::Bonus => lang.piece_bonus(),
            Piece::Spiff => lang.piece_spiff(),
            Piece::Pool => lang.piece_pool(),
            Piece::Override => lang.piece_override(),
            Piece::Cap => lang.piece_cap(),
            Piece::Floor => lang.piece_floor(),
            Piece::Guarantee => lang.piece_guarantee(),
            Piece::Clawback => lang.piece_clawback(),
            Piece::Holdback => lang.piece_holdback(),
            Piece::Draw => lang.piece_draw(),
            Piece::Ramp => lang.piece_ramp(),
        }
    }

    /// How it begins.
    pub(super) fn begins(self, usual: Usual, currency: Currency) -> Value {
        let amount = |minor| round_amount(minor, currency);
        let (quota, pay) = (usual.quota, usual.quota / 20);
        match self {
            Piece::Rate => json!({ "rate": "5%" }),
            Piece::Tiers => json!({ "tiers": { "steps": [
                { "from": "0", "rate": "5%" }, { "from": amount(quota), "rate": "8%" }] } }),
            Piece::Accelerator => json!({ "rate": "5%", "tiers": { "by": "attainment", "steps": [
                { "from": "100%", "times": "1.5" }] } }),
            Piece::Bonus => json!({ "kind": "bonus", "measure": { "by": "attainment" }, "levels": [
                { "from": "80%", "amount": amount(pay / 2) }, { "from": "100%", "amount": amount(pay) }] }),
            Piece::Spiff => json!({ "kind": "spiff", "each": amount(usual.deal / 50) }),
            Piece::Pool => json!({ "kind": "pool", "rate": "1%" }),
            Piece::Override => json!({ "of": "team", "rate": "1%" }),
            Piece::Cap => amount(pay * 3),
            Piece::Floor | Piece::Guarantee => amount(pay / 2),
            Piece::Clawback => json!({ "share": "100%", "within_days": 90 }),
            Piece::Holdback => json!({ "share": "10%", "release_after_days": 60 }),
            Piece::Draw => json!({ "amount": amount(pay / 2), "recoverable": true }),
            Piece::Ramp => json!([{ "quota": "50%" }, { "quota": "75%" }]),
        }
    }
}
