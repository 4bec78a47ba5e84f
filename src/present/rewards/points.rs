//! The points of one person: the balance, every line of the ledger, and what they bring.

use super::{RedemptionLine, item_note, points_of, redemption_line, refused};
use crate::domain::calendar::Day;
use crate::domain::id::{PersonId, PointEntryId, RewardItemId};
use crate::domain::reward::{
    EntryKind, PointEntry, balance, catalogue, check_redemption, ledger_of, redeemed_by,
};
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;

/// A line of the ledger.
#[derive(Clone, Debug, PartialEq)]
pub struct EntryLine {
    /// Which.
    pub id: PointEntryId,
    /// The points with their sign.
    pub points: String,
    /// What for.
    pub reason: String,
    /// What it is, the day, and whether it was taken back.
    pub note: String,
    /// Whether it can be taken back.
    pub can_go: bool,
}

/// Something that points bring.
#[derive(Clone, Debug, PartialEq)]
pub struct OfferLine {
    /// Which.
    pub id: RewardItemId,
    /// The name.
    pub name: String,
    /// What it is, its worth, and how many are left.
    pub note: String,
    /// What it costs.
    pub points: String,
    /// Why it cannot be redeemed today; empty where it can.
    pub why_not: String,
}

/// The points of one person.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PointsView {
    /// The balance.
    pub balance: String,
    /// Whether it is below zero, which two tablets can bring about.
    pub below: bool,
    /// The ledger, the latest line first.
    pub lines: Vec<EntryLine>,
    /// What was redeemed, the latest first.
    pub redeemed: Vec<RedemptionLine>,
    /// What is offered, the cheapest first.
    pub offers: Vec<OfferLine>,
}

/// The points of one person.
pub fn points_view(workspace: &Workspace, lang: Lang, today: Day, person: PersonId) -> PointsView {
    let points = balance(workspace, person);
    let entry = |(id, it): (PointEntryId, &PointEntry)| entry_line(workspace, lang, id, it);
    let offers = catalogue(workspace).into_iter().filter(|(_, it)| !it.retired);
    let offer = |(id, it): (RewardItemId, &crate::domain::reward::RewardItem)| OfferLine {
        id,
        name: it.name.clone(),
        note: item_note(workspace, lang, id, it),
        points: lang.catalogue_points_each(&points_of(lang, it.points.into())),
        why_not: match check_redemption(workspace, person, id, today) {
            Ok(()) => String::new(),
            Err(why) => refused(lang, &why),
        },
    };
    PointsView {
        balance: points_of(lang, points.into()),
        below: points < 0,
        lines: ledger_of(workspace, person).into_iter().map(entry).collect(),
        redeemed: redeemed_by(workspace, person)
            .into_iter()
            .map(|(id, it)| redemption_line(workspace, lang, id, it))
            .collect(),
        offers: offers.map(offer).collect(),
    }
}

fn entry_line(workspace: &Workspace, lang: Lang, id: PointEntryId, it: &PointEntry) -> EntryLine {
    let kind = it.kind.unwrap_or_default();
    let gone = workspace.point_entries.has(PointEntry::reversal(id));
    let day = it.on.map(|it| format::day(lang, it));
    let parts = [
        Some(lang.entry_kind(kind).to_owned()),
        day,
        gone.then(|| lang.points_taken_back().to_owned()),
    ];
    let sign = if 0 < it.points { "+" } else { "" };
    EntryLine {
        id,
        points: format!("{sign}{}", points_of(lang, it.points.into())),
        reason: it.reason.clone(),
        note: parts.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        can_go: kind == EntryKind::Grant && !gone,
    }
}
