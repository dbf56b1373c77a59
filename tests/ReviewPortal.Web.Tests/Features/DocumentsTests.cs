using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Lifecycle;

namespace ReviewPortal.Web.Tests.Features;

/// <summary>The document that a row of the table names is the one that its action makes, and no other action makes one (law.md 3.1).</summary>
public sealed class DocumentsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_step_makes_a_document_just_when_its_row_names_one()
    {
        var made = new Dictionary<CaseAction, HashSet<bool>>();
        await TakenAsync(Stage.ClosedNoGrounds);
        await TakenAsync(Stage.Cleared, @case => @case.ReportByExaminerAsync());
        await TakenAsync(Stage.TerminationProposed, @case => @case.DecideTerminationAsync());
        await TakenAsync(Stage.TerminationProposed, @case => @case.DecideTerminationAsync(terminate: false));
        await TakenAsync(Stage.TerminationProposed, @case => @case.WithdrawTerminationAsync());
        await TakenAsync(Stage.TerminationFell, @case => @case.ReconsiderTerminationAsync());
        await TakenAsync(Stage.ChanceRequested, @case => @case.GrantRetakeAsync());
        await TakenAsync(Stage.ChanceRequested, @case => @case.RefuseRetakeAsync());
        await TakenAsync(Stage.Notified, @case => @case.PlanRetakeAsync(new DateOnly(2026, 12, 14)));
        await TakenAsync(Stage.DeliveryFailed, @case => @case.SendAgainAsync());
        await TakenAsync(Stage.MailBounced, @case => @case.NotifyAgainAsync());
        await TakenAsync(Stage.InterimMeasure, @case => @case.EndInterimMeasureAsync());
        await TakenAsync(Stage.ObjectionLodged, @case => @case.DecideObjectionAsync());
        await TakenAsync(Stage.ObjectionLodged, @case => @case.WithdrawObjectionAsync());
        await TakenAsync(Stage.Notified, @case => @case.CorrectLetterAsync());
        await TakenAsync(Stage.Investigated, @case => @case.SendReportAsync());
        await TakenAsync(Stage.LetterToPost, @case => @case.RecordPostingAsync());
        await TakenAsync(Stage.FurtherAppeal, @case => @case.WithdrawAppealAsync());
        foreach (var stage in (Stage[])[Stage.AppealReopened, Stage.Irrevocable, Stage.HoldLiftAsked, Stage.Restricted, Stage.Heard, Stage.ClosedAnnulled, Stage.InterimMeasure]) await TakenAsync(stage);

        Assert.All(made, taken => Assert.Equal([CaseLifecycle.Table.First(row => row.Action == taken.Key).Document is not null], taken.Value));
        Assert.Empty(CaseLifecycle.Table.Where(row => row.Document is not null).Select(row => row.Action).Distinct().Except(made.Keys));

        async Task TakenAsync(Stage stage, Func<ACase, Task<Answer>>? further = null)
        {
            var (portal, @case) = await Stages.AtAsync(stage);
            await using var _ = portal;
            if (further is not null) await ACase.DoneAsync(further(@case));
            var report = await portal.ReadAsync(db => db.ProcessenVerbaal.AnyAsync(item => db.Files.Any(file => file.Sha256 == item.Sha256), Ct));
            foreach (var row in await portal.ReadAsync(db => db.AuditRows.Where(row => row.Action.StartsWith("case.")).Join(db.AuditDetails, row => row.Seq, detail => detail.Seq, (row, detail) => new { row.Action, detail.Text }).ToListAsync(Ct)))
            {
                var action = Enum.Parse<CaseAction>(row.Action["case.".Length..]);
                var letter = JsonNode.Parse(row.Text)!["letter"]?.GetValue<string>();
                var kept = letter is null ? action is CaseAction.SignProcesVerbaal && report : await portal.ReadAsync(db => db.Files.AnyAsync(file => file.Sha256 == letter, Ct));
                if (!made.TryGetValue(action, out var seen)) made[action] = seen = [];
                seen.Add(kept);
            }
        }
    }
}
