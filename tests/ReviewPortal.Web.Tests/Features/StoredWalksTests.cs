using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Audit;

namespace ReviewPortal.Web.Tests.Features;

/// <summary>
/// Walks through the procedure with the portal's own actions on a real file, by the right person and by others, on any day: after each step the
/// invariants are asked of what is stored, and at the end everything is verified. The seed is the test's name: the same walk can be walked again.
/// </summary>
public sealed class StoredWalksTests
{
    private const int Steps = 70;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, Stage.Imported)]
    [InlineData(2, Stage.ReportWritten)]
    [InlineData(3, Stage.Investigated)]
    [InlineData(4, Stage.ViewsReceived)]
    [InlineData(5, Stage.Drafted)]
    [InlineData(6, Stage.FraudDrafted)]
    [InlineData(17, Stage.CoSigned)]
    [InlineData(8, Stage.ChanceOpen)]
    [InlineData(9, Stage.Settlement)]
    [InlineData(10, Stage.AppealPending)]
    public async Task Wherever_a_case_goes_what_is_stored_keeps_the_law(int seed, Stage from)
    {
        var (portal, @case) = await Stages.AtAsync(from);
        await using var _ = portal;
        var walk = new Walk(portal, @case, new Random(seed));
        var kept = new HashSet<string>(StringComparer.Ordinal);
        for (var step = 0; step < Steps; step++)
        {
            await walk.StepAsync();
            Assert.True(await StoredInvariant.BrokenAsync(portal.DatabaseFile) is [], $"{string.Join("; ", await StoredInvariant.BrokenAsync(portal.DatabaseFile))}, after {walk}");
            var now = await StoredInvariant.FixedAsync(portal.DatabaseFile);
            Assert.True(kept.IsSubsetOf(now), $"A letter or a former decision changed, after {walk}");
            kept.UnionWith(now);
        }

        Assert.True(walk.Done > 2, $"Only {walk}");
        Assert.Null((await portal.ReadAsync(db => db.VerifyAuditAsync(Ct))).Break);
        Assert.True((await portal.ReadAsync(db => db.VerifyCasesAsync(Ct))) is [], $"Not whole, after {walk}");
    }

    /// <summary>That the walks find nothing must not be because they cannot: each invariant, broken behind the portal's back, is named.</summary>
    [Theory]
    [InlineData("I1 only", Stage.Decided, "UPDATE CaseEvents SET ByRole = 'BoardSecretary' WHERE Action = 'DecideIrregularity'")]
    [InlineData("I1 a standing", Stage.Notified, "UPDATE Decisions SET CoSignedBy = SignedBy")]
    [InlineData("I2 a sanction", Stage.Decided, "UPDATE Decisions SET Sanction = '{}'")]
    [InlineData("I2 a decision", Stage.Decided, "UPDATE Decisions SET Outcome = 'Valid'")]
    [InlineData("I3", Stage.Notified, "UPDATE Retakes SET \"Right\" = 'OnRequest'")]
    [InlineData("I4", Stage.Reported, "UPDATE Observations SET Ground = 'NETIQUETTE'")]
    [InlineData("I5 nothing", Stage.HoldPlaced, "UPDATE Cases SET State = 'Purged'")]
    [InlineData("I5 nothing", Stage.Notified, "DELETE FROM Recordings")]
    [InlineData("I5 a hold", Stage.HoldLiftAsked, "UPDATE Holds SET LiftedAt = 1, LiftedBy = LiftAskedBy")]
    [InlineData("I6 every", Stage.Notified, "UPDATE Letters SET AppealBy = '2020-01-01' WHERE AppealBy IS NOT NULL")]
    [InlineData("I6 every", Stage.Notified, "DELETE FROM Sendings")]
    [InlineData("I6 the result", Stage.Deliberation, "UPDATE Letters SET Kind = 'Valid', AppealBy = '2027-01-01'")]
    [InlineData("I7", Stage.Decided, "UPDATE Decisions SET Grounds = 'None'")]
    [InlineData("I8", Stage.Imported, "ALTER TABLE Sittings ADD COLUMN HealthReason TEXT")]
    [InlineData("I9", Stage.Decided, "UPDATE Decisions SET SignedBy = (SELECT Reviewer FROM Assignments)")]
    [InlineData("I9", Stage.Deliberation, "INSERT INTO ConflictDeclarations SELECT 'x', \"Case\", upper(json_extract(Members, '$[0].id.value')), '', '', 0 FROM Sessions")]
    [InlineData("I9", Stage.Notified, "INSERT INTO ConflictDeclarations SELECT 'x', \"Case\", CoSignedBy, '', '', 0 FROM Decisions")]
    [InlineData("I9", Stage.Decided, "UPDATE Exams SET Examiner = (SELECT Email FROM AspNetUsers WHERE Id = (SELECT SignedBy FROM Decisions))")]
    [InlineData("I10", Stage.AppealReopened, "DELETE FROM FormerRounds")]
    [InlineData("I10", Stage.AppealReopened, "UPDATE FormerRounds SET Content = '{}'")]
    [InlineData("I11", Stage.Imported, "UPDATE Cases SET State = 'Reported'")]
    [InlineData("the timeline", Stage.Reported, "DELETE FROM CaseEvents WHERE Version = 2")]
    [InlineData("the student", Stage.Notified, "DELETE FROM Views")]
    public async Task A_broken_invariant_is_found(string name, Stage stage, string damage)
    {
        var (portal, _) = await Stages.AtAsync(stage);
        await using var closing = portal;
        Assert.Empty(await StoredInvariant.BrokenAsync(portal.DatabaseFile));
        await Sql.RunAsync(portal.DatabaseFile, $"PRAGMA ignore_check_constraints=ON; {damage}");
        Assert.Contains(await StoredInvariant.BrokenAsync(portal.DatabaseFile), broken => broken.StartsWith(name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_letter_that_changes_is_not_among_what_stays()
    {
        var (portal, _) = await Stages.AtAsync(Stage.Notified);
        await using var closing = portal;
        var before = await StoredInvariant.FixedAsync(portal.DatabaseFile);
        Assert.NotEmpty(before);
        await Sql.RunAsync(portal.DatabaseFile, "UPDATE Files SET Content = Content || x'00'");
        Assert.NotEmpty(before.Except(await StoredInvariant.FixedAsync(portal.DatabaseFile)));
    }

    /// <summary>One way through the procedure, chosen by chance.</summary>
    private sealed class Walk(APortal portal, ACase @case, Random random)
    {
        // Their tries turn the clock to a day of their own; a walk only goes forward.
        private static readonly Dictionary<CaseAction, Func<ACase, string, Task<Answer>>> InTime = new()
        {
            [CaseAction.Assign] = (@case, by) => @case.AssignAsync(by: by),
            [CaseAction.TakeReview] = (@case, by) => @case.TakeReviewAsync(by),
            [CaseAction.RecordNoReaction] = (@case, by) => @case.RecordNoReactionAsync(by),
            [CaseAction.Publish] = (@case, by) => @case.PublishAsync(by),
            [CaseAction.ConfirmIrrevocable] = (@case, by) => @case.ConfirmIrrevocableAsync(by),
        };

        private static readonly CaseAction[] Sideways = [CaseAction.DeclareConflict, CaseAction.ReturnToDeliberation, CaseAction.WithdrawAppeal, CaseAction.ReportByExaminer];

        private static readonly string[] Board = ["lid1", "lid2", "voorzitter"];

        private static readonly DecisionDraft[] Decisions = [Drafts.ForUniversity, Drafts.OwnRisk, Drafts.Fraud, Drafts.FraudWithExclusion, Drafts.Valid];

        private readonly List<string> _taken = [];

        public int Done { get; private set; }

        public override string ToString() => string.Join(", ", _taken);

        public async Task StepAsync()
        {
            portal.Clock.Advance(random.Next(10) switch { < 6 => TimeSpan.FromMinutes(random.Next(1, 90)), < 9 => TimeSpan.FromDays(random.Next(1, 6)), _ => TimeSpan.FromDays(random.Next(10, 45)) });
            var state = (await @case.NowAsync()).State;
            await PrepareAsync(state);
            // Mostly what leads on from here, by whom the table asks; now and then anything by anybody.
            var here = TriedActions.All.Where(tried => CaseLifecycle.Table.Any(row => row.From == state && row.Action == tried.Action)).ToArray();
            var on = here.Where(tried => !Sideways.Contains(tried.Action) && (tried.Action is CaseAction.CoSign || CaseLifecycle.Table.Any(row => row.From == state && row.Action == tried.Action && row.To != state && (row.To > state || row.To is CaseState.ViewsReceived)))).ToArray();
            var among = random.Next(10) switch { < 6 when on.Length > 0 => on, < 9 => here, _ => [.. TriedActions.All] };
            var tried = among[random.Next(among.Length)];
            var by = random.Next(8) is 0 ? TriedActions.Everybody[random.Next(TriedActions.Everybody.Length)] : Board.Contains(tried.By) ? Anybody() : tried.By;
            var answer = await (InTime.TryGetValue(tried.Action, out var run) ? run(@case, by) : tried.Run(portal, @case, by));
            if (!answer.IsDone) return;
            Done++;
            _taken.Add($"{Amsterdam.DateOf(portal.Clock.GetUtcNow()):MM-dd} {tried.Action} by {by}");
        }

        // What somebody writes before a step can be taken; refused where it does not belong.
        private async Task PrepareAsync(CaseState state)
        {
            _ = state switch
            {
                CaseState.InReview => await @case.WatchAsync() is { IsDone: true } ? await @case.MarkAsync(ground: random.Next(4) is 0 ? "NETIQUETTE" : "OTHER_PERSON") : null,
                CaseState.SecondReview => await @case.WatchAsync("tweede") is { IsDone: true } ? await @case.WriteReasonsAsync() : await @case.WriteReportAsync(),
                CaseState.UnderInvestigation => await @case.WriteFindingsAsync(findings: $"De commissie heeft de opname bekeken ({random.Next(100)})."),
                CaseState.ViewsInvited => await @case.WriteViewAsync("Ik heb"),
                CaseState.HearingScheduled => await @case.WriteMinutesAsync(),
                CaseState.ViewsReceived => await @case.WriteCommentAsync(),
                CaseState.Deliberation => random.Next(3) is 0
                    ? await @case.DraftAsync(Drafts.ForceMajeure(await @case.MessageAsync(ADelivery.Report)), Anybody())
                    : await @case.DraftAsync(Decisions[random.Next(Decisions.Length)], Anybody()),
                _ => null,
            };
        }

        private string Anybody() => Board[random.Next(Board.Length)];
    }
}
