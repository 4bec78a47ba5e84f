//! A board after a few leads have changed, without a look at all the others.

use std::collections::BTreeSet;

use super::{Board, Column, order};
use crate::domain::calendar::Day;
use crate::domain::id::LeadId;
use crate::domain::lead::Lead;
use crate::domain::rates::Rates;
use crate::domain::workspace::Workspace;

impl Board {
    /// The board of all leads of its pipeline once these have changed, and nothing else that a board
    /// is made of; it is the same that [`super::board`] makes of all. `None` where only that can
    /// tell: a lead has no stage now, or the last one without a stage has gone.
    pub fn mended(
        &self,
        workspace: &Workspace,
        changed: &BTreeSet<LeadId>,
        today: Day,
    ) -> Option<Board> {
        let mut board = self.clone();
        let mut touched = BTreeSet::new();
        for (place, column) in board.columns.iter_mut().enumerate() {
            if changed.iter().filter(|id| column.take_out(**id)).count() != 0 {
                touched.insert(place);
            }
        }
        for id in changed {
            let Some(lead) = workspace.leads.get(*id) else { continue };
            let stage = lead.stage.filter(|stage| workspace.stages.has(*stage))?;
            let place = board.columns.iter().position(|it| it.stage == Some(stage));
            let Some(place) = place else { continue };
            board.columns[place].put_in(workspace, (*id, lead), today);
            touched.insert(place);
        }
        if board.columns.iter().any(|it| it.stage.is_none() && it.leads.is_empty()) {
            return None;
        }
        let rates = Rates::on(workspace, today);
        touched.into_iter().for_each(|place| board.columns[place].add_up(&rates));
        board.total = board.columns.iter().map(|it| it.leads.len()).sum();
        board.shown = board.total;
        Some(board)
    }
}

impl Column {
    /// Whether the lead stood here.
    fn take_out(&mut self, id: LeadId) -> bool {
        let place = self.leads.iter().position(|it| *it == id);
        if let Some(place) = place {
            self.leads.remove(place);
            self.amounts.remove(place);
        }
        place.is_some()
    }

    /// Puts a lead where it belongs among the others.
    fn put_in(&mut self, workspace: &Workspace, (id, lead): (LeadId, &Lead), today: Day) {
        let key = |lead: &Lead, id: LeadId| (order::key(lead, self.outcome, today), id);
        let own = key(lead, id);
        let before =
            |other: &LeadId| workspace.leads.get(*other).is_some_and(|it| key(it, *other) < own);
        let place = self.leads.partition_point(before);
        self.leads.insert(place, id);
        self.amounts.insert(place, lead.amount);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::for_tests::{day, put};
    use crate::domain::id::{PipelineId, RecordId, StageId};
    use crate::domain::money::Money;
    use crate::domain::pipeline::{Outcome, Pipeline, Stage};
    use crate::domain::workspace::Kept;
    use crate::present::board::board;
    use crate::present::filter::LeadFilter;
    use crate::present::matching::Found;

    const TODAY: &str = "2026-11-23";

    /// Two pipelines: stages 1 (open), 2 (won) and 3 (lost) in the first, 4 in the second.
    fn stages() -> Workspace {
        let mut workspace = Workspace::default();
        for place in [1, 2] {
            let pipeline = Pipeline { place, ..Pipeline::default() };
            put(&mut workspace, RecordId(place as u64).into(), &pipeline);
        }
        for (id, pipeline, outcome) in [
            (1, 1, Outcome::Open),
            (2, 1, Outcome::Won),
            (3, 1, Outcome::Lost),
            (4, 2, Outcome::Open),
        ] {
            let pipeline = Some(PipelineId::drawn(pipeline));
            let stage = Stage { pipeline, place: id as i64, outcome, ..Stage::default() };
            put(&mut workspace, RecordId(id).into(), &stage);
        }
        workspace
    }

    /// A lead in a stage, or in none that there is; of some worth in one of two currencies.
    fn any_lead() -> impl Strategy<Value = Lead> {
        let days = prop::option::of(0_u64..9);
        (0_u64..6, prop::option::of((0_i64..4, 0_u8..5)), days.clone(), days).prop_map(
            |(stage, amount, closes, step)| {
                let from = |days| day("2026-11-20").plus(days);
                let money = |(minor, code): (i64, u8)| {
                    let currency = if code == 0 { "USD" } else { "CNY" };
                    Money::new(minor * 100, currency.parse().expect("a currency"))
                };
                Lead {
                    stage: (stage != 0).then(|| StageId::drawn(stage)),
                    amount: amount.map(money),
                    closes: closes.map(from),
                    next_step_on: step.map(from),
                    ..Lead::default()
                }
            },
        )
    }

    fn whole(workspace: &Workspace) -> Board {
        board(workspace, None, &LeadFilter::default(), &Found::All, day(TODAY))
    }

    proptest! {
        /// What is made of all leads is the judge.
        #[test]
        fn a_mended_board_is_the_board_made_anew(
            leads in prop::collection::vec(any_lead(), 0..12),
            steps in prop::collection::vec(
                prop::collection::vec((0_u64..14, prop::option::weighted(0.8, any_lead())), 1..4),
                1..12,
            ),
        ) {
            let mut workspace = stages();
            for (id, lead) in (1..).zip(&leads) {
                put(&mut workspace, RecordId(id).into(), lead);
            }
            let mut shown = whole(&workspace);
            for step in steps {
                let changed: BTreeSet<LeadId> = step.iter().map(|it| LeadId::drawn(it.0)).collect();
                for (id, lead) in &step {
                    match lead {
                        Some(lead) => put(&mut workspace, RecordId(*id).into(), lead),
                        None => workspace.refresh(Lead::TABLE, RecordId(*id), None),
                    }
                }
                let anew = whole(&workspace);
                if let Some(mended) = shown.mended(&workspace, &changed, day(TODAY)) {
                    prop_assert_eq!(&mended, &anew);
                }
                shown = anew;
            }
        }
    }

    /// Where every lead has a stage there is always something to mend.
    #[test]
    fn only_leads_without_a_stage_take_the_whole_way() {
        let mut workspace = stages();
        let lead = |stage| Lead { stage, ..Lead::default() };
        put(&mut workspace, LeadId::drawn(1), &lead(Some(StageId::drawn(1))));
        let before = whole(&workspace);
        let mut then = |stage: Option<StageId>| {
            put(&mut workspace, LeadId::drawn(1), &lead(stage));
            before.mended(&workspace, &[LeadId::drawn(1)].into(), day(TODAY)).map(|it| it.shown)
        };
        assert_eq!(then(Some(StageId::drawn(3))), Some(1));
        assert_eq!(then(Some(StageId::drawn(4))), Some(0));
        assert_eq!(then(None), None);
    }
}
