using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Commands;

/// <summary>Lists the sittings with their tracks.</summary>
internal static class SittingsCommand
{
    private sealed record TrackLine(TrackRole Role, string File, double DurationSeconds, string Sha256);

    private sealed record SittingLine(string Id, string Exam, string Candidate, DateTimeOffset Start, DateTimeOffset End, IReadOnlyList<TrackLine> Tracks, int Signals, int Reports);

    public static Command Create(Func<ParseResult, PortalOptions> options)
    {
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var command = new Command("sittings", "List the sittings") { json };
        command.SetAction((parsed, ct) => CommandLine.LookingAsync(options(parsed), services => PrintAsync(services.GetRequiredService<PortalDbs>(), parsed.GetValue(json), ct), ct));
        return command;
    }

    private static async Task<int> PrintAsync(PortalDbs dbs, bool json, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        var sittings = await db.Sittings.OrderBy(sitting => sitting.Start).ThenBy(sitting => sitting.Id)
            .Select(sitting => new
            {
                sitting,
                Exam = db.Exams.Where(exam => exam.Id == sitting.Exam).Select(exam => exam.Code).Single(),
                Signals = db.Signals.Count(signal => signal.Sitting == sitting.Id),
                Reports = db.Messages.Count(message => message.Sitting == sitting.Id && message.From == MessageFrom.Candidate),
            })
            .ToListAsync(ct);
        var recordings = (await db.Recordings.ToListAsync(ct)).OrderBy(recording => recording.Role).ThenBy(recording => recording.Part).ToLookup(recording => recording.Sitting);
        var lines = sittings.Select(row => new SittingLine(
            row.sitting.Id.ToString(), row.Exam, row.sitting.Pseudonym,
            Core.Calendar.Amsterdam.Wall(row.sitting.Start), Core.Calendar.Amsterdam.Wall(row.sitting.End),
            [.. recordings[row.sitting.Id].Select(recording => new TrackLine(recording.Role, recording.File, recording.DurationSeconds, recording.Sha256))],
            row.Signals, row.Reports)).ToArray();

        await Console.Out.WriteLineAsync(json
            ? JsonOutput.Of(lines)
            : string.Join(Environment.NewLine, lines.Select(line => $"{line.Id}  {line.Exam,-20} {line.Candidate,-8} {line.Start:yyyy-MM-dd HH:mm}  {line.Tracks.Count} files  {line.Signals} signals  {line.Reports} reports")));
        return CommandLine.Ok;
    }
}
