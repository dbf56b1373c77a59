using ReviewPortal.Web.Features.Appeals;
using ReviewPortal.Web.Features.Committee;
using ReviewPortal.Web.Features.Decisions;
using ReviewPortal.Web.Features.Letters;
using ReviewPortal.Web.Features.ProcesVerbaal;
using ReviewPortal.Web.Features.Recordings;
using ReviewPortal.Web.Features.Retention;
using ReviewPortal.Web.Features.Review;
using ReviewPortal.Web.Features.Student;
using ReviewPortal.Web.Features.Worklist;

namespace ReviewPortal.Web.Features;

internal static class ActionServices
{
    /// <summary>Everything somebody can do, room by room.</summary>
    public static IServiceCollection AddActions(this IServiceCollection services) => services
        .AddSingleton<CaseLists>()
        .AddSingleton<SittingViews>()
        .AddSingleton<SittingList>()
        .AddSingleton<SavedViews>()
        .AddSingleton<SittingSignals>()
        .AddSingleton<SittingOpenings>()
        .AddSingleton<MyCases>()
        .AddSingleton<ImportDelivery>()
        .AddSingleton<TakeIn>()
        .AddSingleton<Gate>()
        .AddSingleton<Quarantine>()
        .AddSingleton<QuarantineViews>()
        .AddSingleton<DeliveryReports>()
        .AddSingleton<SupplierRegister>()
        .AddSingleton<WatchedFolder>()
        .AddHostedService<QuarantineRounds>()
        .AddHostedService<WatchedFolderRounds>()
        .AddSingleton<Manifest>()
        .AddSingleton<MeasureRecordings>()
        .AddSingleton<MeasuringProgress>()
        .AddSingleton<FactsViews>()
        .AddSingleton<TakeInSignals>()
        .AddSingleton<TakeInStills>()
        .AddSingleton<StillViews>()
        .AddSingleton<LinkDelivery>()
        .AddSingleton<DeliveryViews>()
        .AddSingleton<TakeInRoster>()
        .AddSingleton<RosterViews>()
        .AddSingleton<Assign>()
        .AddSingleton<HandBack>()
        .AddSingleton<TakeBack>()
        .AddSingleton<Mark>()
        .AddSingleton<AnswerSignal>()
        .AddSingleton<KeepSeen>()
        .AddSingleton<SignalPages>()
        .AddSingleton<FinishWithoutRemarks>()
        .AddSingleton<AskSecondReview>()
        .AddSingleton<TakeSecondReview>()
        .AddSingleton<GiveSecondOpinion>()
        .AddSingleton<DiscussReview>()
        .AddSingleton<ReportBsn>()
        .AddSingleton<HandleBsn>()
        .AddSingleton<BsnIncidents>()
        .AddSingleton<WriteProcesVerbaal>()
        .AddSingleton<SignProcesVerbaal>()
        .AddSingleton<AddAddendum>()
        .AddSingleton<TakeUp>()
        .AddSingleton<InviteView>()
        .AddSingleton<GiveView>()
        .AddSingleton<CommentOnMinutes>()
        .AddSingleton<BoardAgenda>()
        .AddSingleton<IncidentViews>()
        .AddSingleton<DeclareConflict>()
        .AddSingleton<RequestInformation>()
        .AddSingleton<AnswerInformation>()
        .AddSingleton<LinkIncident>()
        .AddSingleton<RecordNoReaction>()
        .AddSingleton<HoldHearing>()
        .AddSingleton<Deliberate>()
        .AddSingleton<Decide>()
        .AddSingleton<CoSign>()
        .AddSingleton<EarlierDecisions>()
        .AddSingleton<ReportByExaminer>()
        .AddSingleton<CloseCase>()
        .AddSingleton<WaiveView>()
        .AddSingleton<Publish>()
        .AddSingleton<Delivery>()
        .AddSingleton<AnswerRetake>()
        .AddSingleton<RequestRetake>()
        .AddSingleton<Termination>()
        .AddSingleton<RegisterAppeal>()
        .AddSingleton<Settle>()
        .AddSingleton<RecordRuling>()
        .AddSingleton<InterimMeasures>()
        .AddSingleton<DecideAgain>()
        .AddSingleton<ConfirmIrrevocable>()
        .AddSingleton<RetentionRules>()
        .AddSingleton<Holds>();
}
