using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Commands;

/// <summary>Lists the cases with their state, outcome and what it means for a retake; and how far that outcome has come: before its letter it decides nothing (Awb 3:40).</summary>
internal static class CasesCommand
{
    private enum OutcomeStage
    {
        /// <summary>One member signed.</summary>
        Proposed,

        /// <summary>Another member signed as well; the student does not know it yet.</summary>
        Signed,

        /// <summary>The letter was printed and has not been sent: it was not made known (Awb 3:41).</summary>
        Printed,
        Published,
    }

    private sealed record CaseLine(string Number, string Sitting, string Exam, string Candidate, CaseState State, Outcome? Outcome, RetakeRight? Retake, OutcomeStage? OutcomeStage);

    public static Command Create(Func<ParseResult, PortalOptions> options)
    {
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var command = new Command("cases", "List the cases") { json };
        command.SetAction((parsed, ct) => CommandLine.LookingAsync(options(parsed), services => PrintAsync(services.GetRequiredService<PortalDbs>(), parsed.GetValue(json), ct), ct));
        return command;
    }

    private static async Task<int> PrintAsync(PortalDbs dbs, bool json, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        var rows = await db.Cases.OrderBy(item => item.Number)
            .Join(db.Sittings, item => item.Sitting, sitting => sitting.Id, (item, sitting) => new
            {
                item,
                sitting.Pseudonym,
                Exam = db.Exams.Where(exam => exam.Id == sitting.Exam).Select(exam => exam.Code).Single(),
                Decision = db.Decisions.FirstOrDefault(decision => decision.Case == item.Id && decision.SignedAt != null),
                IsPrinted = db.OnlyPrintedDecisions().Any(letter => letter.Case == item.Id),
            })
            .ToListAsync(ct);
        var lines = rows.Select(row => new CaseLine(
            row.item.Number.ToString(), row.item.Sitting.ToString(), row.Exam, row.Pseudonym, row.item.State, row.Decision?.Outcome, row.Decision?.Retake, StageOf(row.item.State, row.Decision, row.IsPrinted))).ToArray();

        await Console.Out.WriteLineAsync(json
            ? JsonOutput.Of(lines)
            : string.Join(Environment.NewLine, lines.Select(line => $"{line.Number}  {line.Exam,-20} {line.Candidate,-8} {line.State,-20} {line.Outcome,-14} {line.Retake,-12} {Mark(line.OutcomeStage)}".TrimEnd())));
        return CommandLine.Ok;
    }

    private static OutcomeStage? StageOf(CaseState state, Decision? decision, bool printed) =>
        decision is null ? null : !CaseStates.Deciding.Contains(state) ? printed ? OutcomeStage.Printed : OutcomeStage.Published : decision.CoSignedAt is null ? OutcomeStage.Proposed : OutcomeStage.Signed;

    private static string Mark(OutcomeStage? stage) => stage switch { OutcomeStage.Proposed => "(proposed)", OutcomeStage.Signed => "(signed, not published)", OutcomeStage.Printed => "(printed, not sent)", _ => "" };
}
