//! How a figure of the evidence was read: over which days, and from which records.

use super::{EvidenceOf, Scene};
use crate::domain::aim::{AimFigure, behind};
use crate::domain::behind::Behind;
use crate::domain::calendar::Day;
use crate::domain::goal::Bearer;
use crate::domain::id::ReviewId;
use crate::domain::pipeline::Outcome;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;
use crate::present::goals::GoalsView;
use crate::present::goals::certificate::{Certificate, Figure, certificate};
use crate::present::indicators::certificate::sorted;

/// How a figure of the evidence of a review was read, with the records that are no leads; none once
/// the review is gone.
pub fn evidence_paper(
    workspace: &Workspace,
    lang: Lang,
    today: Day,
    (review, of): (ReviewId, EvidenceOf),
) -> Option<(Certificate, Vec<Behind>)> {
    Scene::new(workspace, lang, today, review)?.paper(of)
}

impl Scene<'_> {
    fn paper(&self, of: EvidenceOf) -> Option<(Certificate, Vec<Behind>)> {
        let (lang, workspace) = (self.lang, self.workspace);
        let name = workspace.people.get(self.person)?.name.clone();
        let day = |it| format::day(lang, it);
        let (first, last) = (day(self.days.first), day(self.days.last));
        let all = |figure| behind(workspace, self.person, figure, self.days, self.today);
        let mut notes = Vec::new();
        let mut closed = |outcome| {
            let leads = self.closed(outcome);
            let (worth, note) = self.deals_words(&leads);
            notes.extend((!note.is_empty()).then_some(note));
            (worth, leads.into_iter().map(Behind::Lead).collect::<Vec<_>>())
        };
        let (title, value, formula, records) = match of {
            EvidenceOf::Goal(period) => {
                let view = GoalsView::new(workspace, period, self.today)?;
                let bearer = Bearer::Person(self.person);
                let paper = certificate(workspace, lang, &view, bearer, Figure::Attainment)?;
                return Some((paper, Vec::new()));
            }
            EvidenceOf::Won => {
                let (worth, records) = closed(Outcome::Won);
                let formula = lang.certificate_won_person(&name, &first, &last);
                (lang.evidence_won(), worth, formula, records)
            }
            EvidenceOf::Lost => {
                let (worth, records) = closed(Outcome::Lost);
                let formula = lang.evidence_lost_how(&name, &first, &last);
                (lang.evidence_lost(), worth, formula, records)
            }
            EvidenceOf::WinRate => {
                let (value, records) = (self.measured(AimFigure::WinRate), all(AimFigure::WinRate));
                (lang.trait_win_rate(), value, lang.trait_win_rate_how(&first, &last), records)
            }
            EvidenceOf::Activities => {
                let (value, records) =
                    (self.measured(AimFigure::Activities), all(AimFigure::Activities));
                let formula = lang.trait_activities_how(&first, &last);
                (lang.review_words_count(), value, formula, records)
            }
        };
        let (leads, others) = sorted(workspace, records.into_iter());
        let title = [title, &name].join(" · ");
        let inputs = Vec::new();
        Some((Certificate { title, value, formula, inputs, notes, leads }, others))
    }
}
