using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.ProcesVerbaal;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Review;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Features.Appeals;
using ReviewPortal.Web.Features.Committee;
using ReviewPortal.Web.Features.Decisions;
using ReviewPortal.Web.Features.Letters;
using ReviewPortal.Web.Features.ProcesVerbaal;
using ReviewPortal.Web.Features.Recordings;
using ReviewPortal.Web.Features.Review;
using ReviewPortal.Web.Features.Student;
using ReviewPortal.Web.Features.Worklist;

namespace ReviewPortal.Web.Demo;

/// <summary>One sample case and the steps that people took in it, each on its day.</summary>
internal sealed class DemoCase(DemoStage stage, string candidate, DateTimeOffset start)
{
    private CaseId _id;
    private Sitting? _sitting;

    public string Candidate { get; } = candidate;

    private static CancellationToken None => CancellationToken.None;

    private Sitting Sitting => _sitting ?? throw new InvalidOperationException($"{Candidate} has not been imported when the story needs it");

    private CaseAsSeen Latest => CaseAsSeen.Latest(_id);

    /// <summary>Plans what happens so many days after the test, at this hour in Amsterdam.</summary>
    public void On(int daysAfterTheTest, int hour, Func<Task> what) => On(daysAfterTheTest, hour, 0, what);

    public void On(int daysAfterTheTest, int hour, int minute, Func<Task> what) => stage.Plan(
        DemoStage.WorkingMoment(start, daysAfterTheTest, hour, minute),
        async () =>
        {
            (_id, _sitting) = await stage.CaseOfAsync(Candidate);
            await what();
        });

    public async Task AssignAsync(string reviewer) =>
        await DemoStage.MustAsync(stage.Action<Assign>().RunAsync(Latest, await Id(reviewer), await Id("coordinator"), None));

    /// <summary>The reviewer takes the case without being assigned it.</summary>
    public async Task TakeAsync(string reviewer) =>
        await DemoStage.MustAsync(stage.Action<TakeReview>().RunAsync(Latest, await Id(reviewer), None));

    /// <summary>The reviewer watches all that was recorded, at the real speed.</summary>
    public async Task WatchAsync(string reviewer)
    {
        await stage.Open.RunAsync(Sitting.Id, LookingFor.Review, await Id(reviewer), None);
        stage.Clock.Set(stage.Clock.GetUtcNow().AddSeconds(Sitting.Seconds));
        var whole = new PlayedStretch(new Fragment(0, Sitting.Seconds), 1, Enum.GetValues<TrackRole>(), Heard: true);
        await DemoStage.MustAsync(stage.Action<KeepSeen>().RunAsync(_id, [whole], await Id(reviewer), None));
    }

    /// <summary>Marks a moment, and links it with what the candidate reported around it.</summary>
    public async Task MarkAsync(string reviewer, double from, double to, string ground, string seen, string inference = "")
    {
        var reports = await stage.ReportsNearAsync(Sitting.Id, from, to);
        var moment = new MarkedMoment(Guid.CreateVersion7(stage.Clock.GetUtcNow()), new Fragment(from, to), ground, seen, inference, null) { Messages = reports };
        await DemoStage.MustAsync(stage.Action<Mark>().KeepAsync(_id, moment, await Id(reviewer), None));
    }

    public async Task AnswerSignalsAsync(string reviewer, string containing, bool confirmed, string reason)
    {
        foreach (var signal in await stage.SignalsAsync(Sitting.Id, containing))
            await DemoStage.MustAsync(stage.Action<AnswerSignal>().RunAsync(_id, signal, confirmed, reason, await Id(reviewer), None));
    }

    public async Task FinishAsync(string reviewer) => await DemoStage.MustAsync(stage.Action<FinishWithoutRemarks>().RunAsync(Latest, await Id(reviewer), None));

    public async Task AskSecondReviewAsync(string reviewer) => await DemoStage.MustAsync(stage.Action<AskSecondReview>().RunAsync(Latest, await Id(reviewer), None));

    /// <param name="mark">What the second reviewer marked, knowing nothing of the first's marks.</param>
    public async Task SupportAsync(string second, string reasons, Func<Task>? mark = null)
    {
        var by = await Id(second);
        await DemoStage.MustAsync(stage.Action<TakeSecondReview>().RunAsync(Latest, by, None));
        await WatchAsync(second);
        if (mark is not null) await mark();
        await DemoStage.MustAsync(stage.Action<GiveSecondOpinion>().WriteAsync(_id, reasons, by, None));
        await DemoStage.MustAsync(stage.Action<GiveSecondOpinion>().RunAsync(Latest, SecondOpinion.Supports, by, None));
    }

    /// <summary>One of the two reviewers says something about the first moment of the comparison.</summary>
    public async Task DiscussAsync(string who, string text)
    {
        var by = await Id(who);
        var moment = await stage.FirstComparedAsync(_id, by);
        await DemoStage.MustAsync(stage.Action<DiscussReview>().RunAsync(Latest, moment, text, by, None));
    }

    public async Task ReportBsnAsync(string who, TrackRole track, double from, double to, string note) =>
        await DemoStage.MustAsync(stage.Action<ReportBsn>().RunAsync(Latest, new BsnPlace(track, from, to, note), await Id(who), None));

    public async Task ReportAsync(string reviewer, ProcesVerbaalDraft draft)
    {
        var by = await Id(reviewer);
        await DemoStage.MustAsync(stage.Action<WriteProcesVerbaal>().RunAsync(_id, draft, upon: null, by, None));
        await DemoStage.MustAsync(stage.Action<SignProcesVerbaal>().RunAsync(Latest, shown: null, stage.Signed(by), None));
    }

    public async Task InvestigateAsync(string findings)
    {
        var by = await Id("secretaris");
        await DemoStage.MustAsync(stage.Action<TakeUp>().RunAsync(Latest, by, None));
        await DemoStage.MustAsync(stage.Action<TakeUp>().WriteFindingsAsync(_id, new Rewritten("", findings), by, None));
    }

    public async Task InviteAsync(int workingDays = 5) =>
        await DemoStage.MustAsync(stage.Action<InviteView>().RunAsync(Latest, WorkingDays.After(Amsterdam.DateOf(stage.Clock.GetUtcNow()), workingDays), await Id("secretaris"), None));

    public async Task GiveViewAsync(string text) =>
        await DemoStage.MustAsync(stage.Action<GiveView>().RunAsync(Latest, text, (await stage.WhoAsync(DemoAccounts.StudentEmail(Sitting.StudentNumber))).Id, None));

    /// <summary>The student names somebody to speak for them.</summary>
    public async Task NameRepresentativeAsync(RepresentativeDraft draft) =>
        await DemoStage.MustAsync(stage.Action<NameRepresentative>().RunAsync(Latest, draft, (await stage.WhoAsync(DemoAccounts.StudentEmail(Sitting.StudentNumber))).Id, None));

    /// <summary>On the agenda of a session so many working days from now, with two members and the chair.</summary>
    public async Task DeliberateAsync(int workingDays) => await DemoStage.MustAsync(stage.Action<Deliberate>().RunAsync(
        Latest, WorkingDays.After(Today, workingDays), [await Id("lid1"), await Id("lid2"), await Id("voorzitter")], await Id("secretaris"), None));

    public async Task DraftAsync(DecisionDraft draft)
    {
        var revision = await stage.RevisionAsync(_id);
        await DemoStage.MustAsync(stage.Action<Decide>().WriteAsync(_id, draft, revision, await Id("lid1"), None));
    }

    public async Task DecideAsync(DecisionDraft draft)
    {
        await DraftAsync(draft);
        await DemoStage.MustAsync(stage.Action<Decide>().RunAsync(Latest, draft.Outcome!.Value, stage.Signed(await Id("lid1")), None));
    }

    public async Task CoSignAsync() => await DemoStage.MustAsync(stage.Action<CoSign>().RunAsync(Latest, stage.Signed(await Id("voorzitter")), None));

    public async Task PublishAsync() => await DemoStage.MustAsync(stage.Action<Publish>().RunAsync(Latest, stage.Signed(await Id("secretaris")), None));

    public async Task AppealAsync(string grounds) =>
        await DemoStage.MustAsync(stage.Action<RegisterAppeal>().LodgeAsync(Latest, new AppealIntake(Today, grounds, "", ""), await Id("beroep"), None));

    public async Task SettleAsync() => await DemoStage.MustAsync(stage.Action<Settle>().OpenAsync(Latest, await Id("beroep"), None));

    public async Task SuspendAsync(string measure) => await DemoStage.MustAsync(stage.Action<InterimMeasures>().RecordAsync(Latest, Today, measure, await Id("beroep"), None));

    public async Task AskChanceAsync(string request) =>
        await DemoStage.MustAsync(stage.Action<RequestRetake>().RunAsync(Latest, request, (await stage.WhoAsync(DemoAccounts.StudentEmail(Sitting.StudentNumber))).Id, None));

    public Task<long> ReportDuringTestAsync() => stage.FirstReportAsync(Sitting.Id);

    public DateOnly Today => Amsterdam.DateOf(stage.Clock.GetUtcNow());

    // The people of the demo have no password: they confirm in words.

    private async Task<PersonId> Id(string who) => (await stage.WhoAsync(DemoAccounts.Email(who))).Id;
}
