//! A forecast that is worked out piece by piece, so that the page stays alive meanwhile.

use std::collections::BTreeMap;

use super::known::Survey;
use super::{ForecastView, Passed, Trend, landed, stages, trend};
use crate::domain::calendar::{Day, Period, Span};
use crate::domain::goal::Bearer;
use crate::domain::grain::Grain;
use crate::domain::id::StageId;
use crate::domain::money::{Currency, Money};
use crate::domain::odds::Odds;
use crate::domain::outlook::{self, Question};
use crate::domain::rates::Rates;
use crate::domain::workspace::Workspace;
use crate::present::goals::{GoalsView, Phase};

/// A forecast on its way. It is given the same workspace and history each time; where they change
/// meanwhile it is begun anew.
pub struct Working {
    period: Period,
    bearer: Bearer,
    today: Day,
    span: Span,
    phase: Phase,
    quota: Option<Money>,
    currency: Currency,
    survey: Option<Survey>,
    odds: Option<BTreeMap<StageId, Odds>>,
    outlook: Option<outlook::Working>,
    trend: Tried,
}

/// How far it is with the trend.
enum Tried {
    Ahead,
    Making(trend::Making),
    Done(Trend),
}

impl Working {
    /// Begins the forecast of a period; `None` outside the calendar.
    pub fn begin(
        workspace: &Workspace,
        period: Period,
        bearer: Bearer,
        today: Day,
    ) -> Option<Working> {
        let goals = GoalsView::new(workspace, period, today)?;
        let quota = goals.row(bearer).and_then(|it| it.quota.amount());
        Some(Working {
            period,
            bearer,
            today,
            span: goals.span,
            phase: goals.phase,
            quota,
            currency: quota.map_or_else(|| workspace.settings().currency(), |it| it.currency),
            survey: None,
            odds: None,
            outlook: None,
            trend: Tried::Ahead,
        })
    }

    /// Works on by a piece; whether everything is there to finish it.
    pub fn advance(&mut self, workspace: &Workspace, passed: &Passed) -> bool {
        let Working { span, today, currency, .. } = *self;
        let Some(survey) = &self.survey else {
            self.survey = Some(Survey::of(
                workspace,
                self.bearer.into(),
                currency,
                &Rates::on(workspace, today),
            ));
            return false;
        };
        let Some(odds) = &self.odds else {
            self.odds = Some(stages::odds(workspace, passed));
            return false;
        };
        let question = Question { span, today, stages: odds };
        let Some(outlook) = &mut self.outlook else {
            self.outlook = Some(outlook::Working::begin(&survey.leads, question));
            return false;
        };
        if !outlook.advance(&survey.leads, question) {
            return false;
        }
        match &mut self.trend {
            Tried::Ahead => {
                let of = (Grain::Month, currency);
                self.trend = Tried::Making(trend::Making::begin(&survey.leads, of, today));
                false
            }
            Tried::Making(making) => match making.advance() {
                Some(found) => {
                    self.trend = Tried::Done(found);
                    true
                }
                None => false,
            },
            Tried::Done(_) => true,
        }
    }

    /// The forecast; `None` before everything is there.
    pub fn finish(self, workspace: &Workspace) -> Option<ForecastView> {
        let (survey, odds, outlook) = (self.survey?, self.odds?, self.outlook?.found);
        let Tried::Done(trend) = self.trend else { return None };
        let landed = outlook.landing.as_ref().map(|it| landed(it, self.currency, self.quota));
        Some(ForecastView {
            period: self.period,
            span: self.span,
            bearer: self.bearer,
            phase: self.phase,
            today: self.today,
            currency: self.currency,
            quota: self.quota,
            outlook,
            landed,
            estimated: survey.estimated,
            foreign: survey.foreign,
            trend,
            stages: stages::rows(workspace, &odds),
        })
    }
}
