//! Giving points: to whom, how many, what for, and what they come with.

use leptos::prelude::*;

use super::Desk;
use crate::domain::id::PersonId;
use crate::domain::reward::{Occasion, RewardDeed};
use crate::pages::common::{PickSeveral, Refused, toggle};
use crate::present::rewards::begun_with;
use crate::runtime::route::Route;
use crate::ui::{AreaField, Choice, FormActions, SelectField, TextField};

/// Points as they are filled in.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Grant {
    pub to: Vec<PersonId>,
    pub points: String,
    pub reason: String,
    pub occasion: Option<Occasion>,
}

impl Grant {
    /// What was typed as a number; zero where it is none, which is refused.
    fn number(&self) -> i64 {
        self.points.trim().replace([',', '，'], "").parse().unwrap_or(0)
    }
}

#[component]
pub(super) fn GrantForm(desk: Desk) -> impl IntoView {
    let Desk { app, lang, view, grant: form } = desk;
    let draft = form.draft;
    let occasions = move || {
        let mut choices = vec![Choice::new("", lang.get().rewards_occasion_none())];
        choices.extend(view.read().occasions.iter().map(|(key, name)| Choice::new(key, name)));
        choices
    };
    let choose = move |key: String| {
        let occasion = key.parse::<Occasion>().ok();
        let begun = occasion.map(|it| app.peek(|all| begun_with(all, lang.get_untracked(), it)));
        draft.update(|draft| {
            draft.occasion = occasion;
            if let Some((to, reason)) = begun {
                draft.to = to;
                draft.reason = reason;
            }
        });
    };
    let save = move || {
        let draft = draft.get_untracked();
        let to = draft.to.iter().map(|it| (app.draw_id().into(), *it)).collect();
        let points = draft.number();
        let given = desk.act_here(RewardDeed::Grant(to, points, draft.reason, draft.occasion));
        if given.is_ok() {
            // The address may name what the form was begun with; that is done.
            app.replace(Route::Rewards(None));
        }
        form.settle(given);
    };
    let (points, set_points) = form.text(|it| &mut it.points);
    let (reason, set_reason) = form.text(|it| &mut it.reason);
    view! {
        <div class="form thanks__form" data-testid="grant-form">
            <SelectField
                label=move || lang.get().rewards_occasion()
                choices=Signal::derive(occasions)
                value=Signal::derive(move || {
                    draft.read().occasion.map(|it| it.to_string()).unwrap_or_default()
                })
                on_change=choose
                attr:data-testid="grant-occasion"
            />
            <PickSeveral
                label=move || lang.get().rewards_to()
                all=Signal::derive(move || view.read().people.clone())
                picked=Signal::derive(move || draft.read().to.clone())
                on_pick=move |id: PersonId| draft.update(|it| toggle(&mut it.to, id))
            />
            <TextField
                label=move || lang.get().rewards_points()
                hint=Signal::derive(move || lang.get().rewards_points_hint().to_owned())
                value=points
                on_input=set_points
                attr:data-testid="grant-points"
            />
            <AreaField
                label=move || lang.get().rewards_reason()
                value=reason
                on_input=set_reason
                lines=2
                attr:data-testid="grant-reason"
            />
            <Refused refusal=form.refusal() />
            <div class="actions">
                <FormActions
                    name="grant-save"
                    label=Signal::derive(move || lang.get().rewards_give_do().to_owned())
                    on_cancel=move || form.close()
                    on_save=save
                />
            </div>
        </div>
    }
}
