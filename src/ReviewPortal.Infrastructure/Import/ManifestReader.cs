using System.Collections.Immutable;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Recordings;

namespace ReviewPortal.Infrastructure.Import;

/// <summary>Reads "reviewportal.bundle/1": strict about what the procedure needs, patient with fields it does not know.</summary>
internal static class ManifestReader
{
    private const string Schema = "reviewportal.bundle/1";

    private static readonly TimeSpan LongestSitting = TimeSpan.FromDays(1);

    public static Manifest Read(ReadOnlyMemory<byte> bytes)
    {
        using var json = JsonText.Parse(bytes, Bundle.ManifestName, line: null);
        var root = new JsonField(json.RootElement, "", Bundle.ManifestName, line: null);
        if (root["schema"].Text() is var schema && schema is not Schema)
            throw RefusedDeliveryException.In(Bundle.ManifestName, RefusalReason.UnknownSchema, schema, Schema);
        return new Manifest
        {
            Exam = ReadExam(root["exam"]),
            Candidate = new DeliveredCandidate(root["candidate"]["pseudonym"].Name(), root["candidate"]["studentNumber"].Name()),
            ExternalIds = root["externalIds"].Members().ToImmutableDictionary(member => member.Name, member => member.Field.Text(), StringComparer.Ordinal),
            Recorder = new DeliveredRecorder(root["recorder"]["name"].Name(), root["recorder"]["version"] is { IsGiven: true } version ? version.Name() : null),
            Start = root["start"].Moment(),
            End = EndOfSitting(root["start"], root["end"]),
            Tracks = ReadTracks(root["tracks"], (EndOfSitting(root["start"], root["end"]) - root["start"].Moment()).TotalSeconds),
            Events = ReadFileName(root["events"]),
            Chat = ReadFileName(root["chat"]),
        };
    }

    private static DeliveredExam ReadExam(JsonField exam) => new()
    {
        Code = exam["code"].Name(),
        Title = exam["title"].Name(),
        Course = exam["course"].Name(),
        Faculty = exam["faculty"].Name(),
        Examiner = exam["examiner"].Name(),
        Start = exam["start"].Moment(),
        End = EndAfter(exam["start"], exam["end"]),
        AllowedAids = [.. exam["allowedAids"].Items().Select(aid => aid.Name())],
        Breaks = [.. exam["breaks"].Items().Select(pause => ReadBreak(pause, exam))],
        Instructions = [.. exam["instructions"].Items().Select(ReadInstruction)],
    };

    private static Instruction ReadInstruction(JsonField instruction) => new(
        instruction["id"].Name(),
        instruction["nl"].Text(),
        instruction["en"].Text(),
        instruction["deliveredAt"].IsGiven ? instruction["deliveredAt"].Moment() : null);

    private static DateTimeOffset EndAfter(JsonField start, JsonField end) =>
        end.Moment() is var moment && moment >= start.Moment() ? moment : throw end.Refused(RefusalReason.EndBeforeStart);

    private static DateTimeOffset EndOfSitting(JsonField start, JsonField end)
    {
        var moment = EndAfter(start, end);
        return moment > start.Moment() && moment - start.Moment() <= LongestSitting ? moment : throw end.Refused(RefusalReason.ImplausibleSitting, LongestSitting.TotalHours);
    }

    private static Break ReadBreak(JsonField pause, JsonField exam)
    {
        var read = new Break(pause["from"].Moment(), EndAfter(pause["from"], pause["to"]));
        return read.From >= exam["start"].Moment() && read.To <= exam["end"].Moment() ? read : throw pause.Refused(RefusalReason.BreakOutsideExam);
    }

    private static string? ReadFileName(JsonField name) =>
        name.OptionalText() is { } text ? BundlePath.Checked(text, Bundle.ManifestName) : null;

    private static ImmutableArray<ManifestTrack> ReadTracks(JsonField tracks, double sitting)
    {
        ImmutableArray<ManifestTrack> all = [.. tracks.Items().Select(track => ReadTrack(track, sitting))];
        if (all.IsEmpty) throw tracks.Missing();
        var again = all.GroupBy(track => track.Role).FirstOrDefault(role => role.Count() > 1);
        return again is null ? all : throw RefusedDeliveryException.In(Bundle.ManifestName, RefusalReason.RoleTwice, again.Key.ToString().ToLowerInvariant());
    }

    private static ManifestTrack ReadTrack(JsonField track, double sitting)
    {
        var role = track["role"].OneOf<TrackRole>(FieldKind.Role);
        ImmutableArray<ManifestFile> files = track["segments"].IsGiven
            ? [.. track["segments"].Items().Select(file => ReadFile(file, sitting)).OrderBy(file => file.OffsetSeconds)]
            : [ReadFile(track, sitting)];
        return files.IsEmpty ? throw track["segments"].Missing() : new ManifestTrack(role, files);
    }

    // What begins when the sitting is over was not recorded during it.
    private static ManifestFile ReadFile(JsonField file, double sitting)
    {
        var name = file["file"].Text();
        var checksum = file["sha256"].Text();
        if (checksum.Length != 64 || !checksum.All(char.IsAsciiHexDigit)) throw file["sha256"].Wrong(FieldKind.Checksum);
        var offset = SittingTime.Read(file["offsetSeconds"], SittingTime.EarliestTrack);
        if (offset >= sitting) throw file["offsetSeconds"].Refused(RefusalReason.ImplausibleTime);
        var clock = RecorderClock.Read(file["clock"], offset);
        return new ManifestFile(
            BundlePath.Checked(name, Bundle.ManifestName),
            file["bytes"].WholeNumber(),
            checksum.ToLowerInvariant(),
            clock.Offset,
            clock.Rate,
            file["file"].Path);
    }
}

/// <summary>What the manifest says, before any of it has been compared with the files.</summary>
internal sealed record Manifest
{
    public required DeliveredExam Exam { get; init; }

    public required DeliveredCandidate Candidate { get; init; }

    public required ImmutableDictionary<string, string> ExternalIds { get; init; }

    public required DeliveredRecorder Recorder { get; init; }

    public required DateTimeOffset Start { get; init; }

    public required DateTimeOffset End { get; init; }

    public required ImmutableArray<ManifestTrack> Tracks { get; init; }

    public required string? Events { get; init; }

    public required string? Chat { get; init; }
}

internal sealed record ManifestTrack(TrackRole Role, ImmutableArray<ManifestFile> Files);

/// <param name="Path">Where the manifest names it.</param>
internal sealed record ManifestFile(string Name, long Bytes, string Sha256, double OffsetSeconds, double ClockRate, string Path);
