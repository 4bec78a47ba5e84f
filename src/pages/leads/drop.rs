//! What a drag on the board means: which place is which, and what a card becomes there.
//!
//! A place is a column, or where the board is cut into lanes a cell: a column and a lane.

use super::desk::{CARD_HEIGHT, Desk};
use super::lanes::card_place;
use leptos::prelude::*;

use crate::domain::id::{LeadId, StageId};
use crate::present::board::{self, LaneOf};
use crate::ui::{Drag, DragNews, DroppedBy};

/// The name of a column among the places of the board.
pub(super) fn place_name(stage: Option<StageId>) -> String {
    stage.map_or("none".to_owned(), |stage| stage.to_string())
}

/// The name of a cell among the places of the board.
pub(super) fn cell_name(stage: Option<StageId>, lane: &LaneOf) -> String {
    [&place_name(stage), "/", &lane.key()].concat()
}

impl Desk {
    /// Does what a drag means, and says it.
    pub(super) fn take_news(self, drag: Drag, news: DragNews) {
        let lang = self.app.lang().get_untracked();
        let text = match news {
            DragNews::Lifted(thing) => lang.leads_lifted(&self.title(&thing)),
            DragNews::Over(place) => lang.leads_over(&self.words_for(&place)),
            DragNews::PutBack(thing) => lang.leads_put_back(&self.title(&thing)),
            DragNews::Dropped { thing, place, by } => {
                match self.drop_lead(drag, &thing, &place, by) {
                    true => lang.leads_dropped(&self.title(&thing), &self.words_for(&place)),
                    false => lang.leads_put_back(&self.title(&thing)),
                }
            }
        };
        self.news.set(text);
    }

    /// Brings a lead to the place it was dropped on; says whether it is there now.
    fn drop_lead(self, drag: Drag, thing: &str, place: &str, by: DroppedBy) -> bool {
        let Ok(lead) = thing.parse::<LeadId>() else { return false };
        let (stage, lane) = self.place(place);
        match (stage, &lane) {
            (Some(stage), None) => self.move_lead(lead, stage),
            (None, None) => return false,
            (None, Some(_)) if self.stage_of(lead).is_some() => return false,
            (_, Some(lane)) => self.move_across(lead, stage, lane),
        }
        let Some((at, index)) = self.board.with_untracked(|board| board.place_of(lead)) else {
            return false;
        };
        if at != stage {
            return false;
        }
        match lane {
            None => drag.reveal(thing.to_owned(), place, (index, CARD_HEIGHT), by),
            Some(lane) => {
                let Some(place) = card_place(self, lead, &lane) else { return false };
                drag.reveal_within(thing.to_owned(), place, by);
            }
        }
        true
    }

    /// The column that a lead stands in.
    fn stage_of(self, lead: LeadId) -> Option<StageId> {
        self.board.with_untracked(|board| board.place_of(lead)).and_then(|(stage, _)| stage)
    }

    /// The stage and the lane of a place.
    fn place(self, place: &str) -> (Option<StageId>, Option<LaneOf>) {
        let (stage, key) = place.split_once('/').unwrap_or((place, ""));
        let lane = self.lanes.with_untracked(|lanes| {
            lanes.iter().map(|it| &it.of).find(|of| of.key() == key).cloned()
        });
        (stage.parse().ok(), lane)
    }

    fn title(self, thing: &str) -> String {
        let (lang, today) = (self.app.lang().get_untracked(), self.app.today().get_untracked());
        let card = |id| self.app.peek(|it| board::card(it, lang, today, id));
        thing.parse().ok().and_then(card).map(|card| card.title).unwrap_or_default()
    }

    fn words_for(self, place: &str) -> String {
        let lang = self.app.lang().get_untracked();
        let (stage, lane) = self.place(place);
        self.app.peek(|it| {
            let stage = it.stages.find(stage).map(|it| it.name.clone());
            let stage = stage.unwrap_or_else(|| lang.leads_no_stage().to_owned());
            match lane {
                Some(lane) => lang.leads_in_lane(&stage, &lane.name(it, lang)),
                None => stage,
            }
        })
    }
}
