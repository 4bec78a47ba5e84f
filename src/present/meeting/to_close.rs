//! The deals that are to close in the quarter, and those that are late: on which boards they stand,
//! so that what is counted is what is shown.

use std::collections::BTreeMap;

use crate::domain::calendar::Day;
use crate::domain::id::PipelineId;
use crate::domain::lead::Lead;
use crate::domain::meeting::Topic;
use crate::domain::pipeline::{Outcome, Pipeline, ordered_pipelines};
use crate::domain::workspace::{Table, Workspace};
use crate::i18n::Lang;
use crate::present::address::BoardAddress;
use crate::present::filter::{Closes, LeadFilter};
use crate::present::format;

/// The tables that boards of deals to close are read from.
pub const TO_CLOSE_TABLES: [Table; 4] =
    [Table::Leads, Table::Stages, Table::Pipelines, Table::Settings];

/// The board of a pipeline with its deals to close.
#[derive(Clone, Debug, PartialEq)]
pub struct BoardToClose {
    /// What the way to it is called; names the pipeline where there are several.
    pub name: String,
    /// The board, narrowed to these deals.
    pub address: BoardAddress,
}

/// The boards on which deals to close stand, in the order of the pipelines; the first board where
/// there are none.
pub fn boards_to_close(workspace: &Workspace, lang: Lang, today: Day) -> Vec<BoardToClose> {
    let pipelines = ordered_pipelines(workspace);
    let deals = deals_by_pipeline(workspace, today);
    let topic = lang.meeting_topic(Topic::Deals);
    let board = |(place, (id, pipeline)): (usize, &(PipelineId, &Pipeline))| {
        let count = format::count(lang, deals.get(id)?.len() as u64);
        let name = match pipelines.len() {
            1 => topic.to_owned(),
            _ => lang.meeting_board(&pipeline.name, &count),
        };
        let pipeline = (place != 0).then_some(*id);
        let address = BoardAddress { pipeline, ..narrowed(workspace, today) };
        Some(BoardToClose { name, address })
    };
    let boards: Vec<_> = pipelines.iter().enumerate().filter_map(board).collect();
    match boards.is_empty() {
        true => {
            vec![BoardToClose { name: topic.to_owned(), address: narrowed(workspace, today) }]
        }
        false => boards,
    }
}

/// How many of them stand on which board, in words; none where they stand on one.
pub(super) fn boards_words(workspace: &Workspace, lang: Lang, today: Day) -> Option<String> {
    let deals = deals_by_pipeline(workspace, today);
    let pipelines = ordered_pipelines(workspace);
    let part = |(id, pipeline): &(PipelineId, &Pipeline)| {
        let count = format::count(lang, deals.get(id)?.len() as u64);
        Some(lang.meeting_board(&pipeline.name, &count))
    };
    let parts: Vec<String> = pipelines.iter().filter_map(part).collect();
    (1 < parts.len()).then(|| parts.join(lang.list_comma()))
}

/// The deals to close by the pipeline on whose board they stand: those without a stage on the first,
/// and those of a pipeline that is gone on none.
pub(super) fn deals_by_pipeline(
    workspace: &Workspace,
    today: Day,
) -> BTreeMap<PipelineId, Vec<&Lead>> {
    let last = quarter_end(workspace, today);
    let first = ordered_pipelines(workspace).first().map(|it| it.0);
    let mut deals: BTreeMap<PipelineId, Vec<&Lead>> = BTreeMap::new();
    for lead in workspace.leads.values() {
        let is_due = lead.closes.is_some() && lead.closes <= last;
        if !is_due || lead.outcome(workspace) != Outcome::Open {
            continue;
        }
        let board = match workspace.stages.find(lead.stage) {
            Some(stage) => stage.pipeline.filter(|it| workspace.pipelines.has(*it)),
            None => first,
        };
        if let Some(board) = board {
            deals.entry(board).or_default().push(lead);
        }
    }
    deals
}

fn narrowed(workspace: &Workspace, today: Day) -> BoardAddress {
    let closes = Closes::within(None, quarter_end(workspace, today));
    let filter = LeadFilter { outcome: Some(Outcome::Open), closes, ..LeadFilter::default() };
    BoardAddress { filter, ..BoardAddress::default() }
}

fn quarter_end(workspace: &Workspace, today: Day) -> Option<Day> {
    let start = workspace.settings().fiscal_start();
    start.quarter_of(today).span(start).map(|it| it.last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::{LeadId, StageId};
    use crate::domain::pipeline::Stage;
    use crate::present::board::board;
    use crate::present::for_tests::*;
    use crate::present::matching::Found;

    const TODAY: &str = "2026-11-30";

    /// Another pipeline with one deal to close; one without a stage, and one that stands nowhere.
    fn with_renewals(workspace: &mut Workspace) {
        let (renewals, stage, lost) =
            (PipelineId::drawn(2), StageId::drawn(20), StageId::drawn(30));
        put(workspace, renewals, &Pipeline { name: "Renewals".to_owned(), place: 2 });
        put(workspace, stage, &Stage { pipeline: Some(renewals), ..Stage::default() });
        put(workspace, lost, &Stage { pipeline: Some(PipelineId::drawn(9)), ..Stage::default() });
        for (id, stage) in [(5, stage), (6, StageId::drawn(99)), (7, lost)] {
            lead(workspace, id, Some(ANN), stage, 10, "2026-12-01");
        }
    }

    /// What the boards show that are opened, against what is counted.
    #[track_caller]
    fn check(workspace: &Workspace, expect: &[(&str, &str, &[u64])]) {
        let today = day(TODAY);
        let shown = |it: &BoardToClose| {
            let BoardAddress { pipeline, filter, .. } = &it.address;
            let board = board(workspace, *pipeline, filter, &Found::All, today);
            let mut ids: Vec<u64> =
                board.columns.iter().flat_map(|it| &it.leads).map(|it| it.0.0).collect();
            ids.sort();
            ids
        };
        let boards = boards_to_close(workspace, Lang::En, today);
        let found: Vec<_> =
            boards.iter().map(|it| (&*it.name, it.address.query(), shown(it))).collect();
        let expect: Vec<_> =
            expect.iter().map(|it| (it.0, it.1.to_owned(), it.2.to_vec())).collect();
        assert_eq!(found, expect);
        let counted = deals_by_pipeline(workspace, today).values().map(Vec::len).sum::<usize>();
        assert_eq!(counted, found.iter().map(|it| it.2.len()).sum::<usize>());
    }

    // By hand, of 100, 200 (late), 400 (next year) and a won one: the first two.
    #[test]
    fn the_board_shows_what_is_counted() {
        let query = "outcome=open&closes=..2026-12-31";
        check(&deals_to_close(), &[("Deals to close", query, &[1, 2])]);
        check(&team(), &[("Deals to close", query, &[])]);
    }

    #[test]
    fn every_pipeline_with_deals_to_close_has_its_board() {
        let mut workspace = deals_to_close();
        with_renewals(&mut workspace);
        let query = "outcome=open&closes=..2026-12-31";
        let renewals = format!("pipeline={}&{query}", PipelineId::drawn(2));
        check(&workspace, &[("Sales: 3", query, &[1, 2, 6]), ("Renewals: 1", &renewals, &[5])]);
        let words = boards_words(&workspace, Lang::En, day(TODAY));
        assert_eq!(words.as_deref(), Some("Sales: 3, Renewals: 1"));
        for id in [1, 2, 6] {
            lead(&mut workspace, id, Some(ANN), WON, 1, "");
        }
        check(&workspace, &[("Renewals: 1", &renewals, &[5])]);
        assert_eq!(boards_words(&workspace, Lang::En, day(TODAY)), None);
        assert!(workspace.leads.has(LeadId::drawn(7)), "it stands on no board and is not counted");
    }
}
