using System.Text;
using System.Text.Json.Nodes;
using ReviewPortal.Infrastructure.Import;
using ReviewPortal.Infrastructure.Media;

namespace ReviewPortal.Web.Tests.Import;

public sealed class BundleRefusalTests : IDisposable
{
    private readonly TempBundle _bundle = new();

    public void Dispose() => _bundle.Dispose();

    [Fact]
    public async Task What_is_not_there_or_no_delivery_is_refused()
    {
        var folder = _bundle.AsFolder();
        Assert.Equal(RefusalReason.NotFound, (await TempBundle.RefusalAsync(Path.Combine(folder, "elsewhere"))).Reason);
        Assert.Equal(RefusalReason.NotABundle, (await TempBundle.RefusalAsync(Path.Combine(folder, "webcam.webm"))).Reason);
        File.Delete(Path.Combine(folder, "manifest.json"));
        Assert.Equal(RefusalReason.NoManifest, (await TempBundle.RefusalAsync(folder)).Reason);
    }

    [Fact]
    public async Task A_manifest_that_is_no_json_is_refused_with_the_line()
    {
        _bundle.ManifestBytes = Encoding.UTF8.GetBytes("{\n  \"schema\": \"reviewportal.bundle/1\",\n  \"exam\": oops\n}");
        RefusedAt(3, await ReadAsync(), RefusalReason.BadJson, "manifest.json");

        _bundle.ManifestBytes = Encoding.UTF8.GetBytes("{\n\"schema\": \"reviewportal.bundle/1\",\n\"schema\": \"reviewportal.bundle/2\"\n}");
        Assert.Equal(RefusalReason.BadJson, (await ReadAsync()).Reason);

        _bundle.ManifestBytes = [];
        Assert.Equal(RefusalReason.BadJson, (await ReadAsync()).Reason);
    }

    [Theory]
    [InlineData("reviewportal.bundle/2")]
    [InlineData("something.else/1")]
    public async Task An_unknown_schema_is_refused(string schema)
    {
        _bundle.Manifest["schema"] = schema;
        Refused(await ReadAsync(), RefusalReason.UnknownSchema, "manifest.json", schema, "reviewportal.bundle/1");
    }

    [Theory]
    [InlineData("schema")]
    [InlineData("exam")]
    [InlineData("exam.code")]
    [InlineData("exam.examiner")]
    [InlineData("exam.end")]
    [InlineData("exam.breaks[0].to")]
    [InlineData("exam.instructions[1].nl")]
    [InlineData("candidate.pseudonym")]
    [InlineData("candidate.studentNumber")]
    [InlineData("recorder.name")]
    [InlineData("start")]
    [InlineData("end")]
    [InlineData("tracks")]
    [InlineData("tracks[0].role")]
    [InlineData("tracks[1].file")]
    [InlineData("tracks[1].bytes")]
    [InlineData("tracks[1].sha256")]
    [InlineData("tracks[1].offsetSeconds")]
    public async Task A_missing_field_is_named(string path)
    {
        var (parent, name) = Place(path);
        parent.Remove(name);
        Refused(await ReadAsync(), RefusalReason.MissingField, "manifest.json", path);
    }

    [Theory]
    [InlineData("exam.title", "7", FieldKind.Text)]
    [InlineData("exam.start", "\"2026-11-02T09:00:00\"", FieldKind.Moment)]
    [InlineData("exam.start", "\"next week\"", FieldKind.Moment)]
    [InlineData("exam.start", "1762070400", FieldKind.Moment)]
    [InlineData("exam.allowedAids", "\"calculator\"", FieldKind.List)]
    [InlineData("candidate", "[]", FieldKind.JsonObject)]
    [InlineData("candidate.pseudonym", "\"\\ud800\"", FieldKind.Text)]
    [InlineData("tracks[0].role", "\"keyboard\"", FieldKind.Role)]
    [InlineData("tracks[0].role", "\"Webcam\"", FieldKind.Role)]
    [InlineData("tracks[0].bytes", "1.5", FieldKind.WholeNumber)]
    [InlineData("tracks[0].bytes", "-1", FieldKind.WholeNumber)]
    [InlineData("tracks[0].sha256", "\"abc\"", FieldKind.Checksum)]
    [InlineData("tracks[0].offsetSeconds", "\"NaN\"", FieldKind.Number)]
    [InlineData("tracks[0].offsetSeconds", "1e999", FieldKind.Number)]
    public async Task A_field_with_the_wrong_content_is_named_with_what_belongs_there(string path, string json, FieldKind kind)
    {
        var (parent, name) = Place(path);
        parent[name] = "<here>";
        _bundle.ManifestBytes = Encoding.UTF8.GetBytes(_bundle.Manifest.ToJsonString().Replace("\"\\u003Chere\\u003E\"", json, StringComparison.Ordinal));
        var refusal = await ReadAsync();
        Assert.Equal((RefusalReason.WrongField, kind), (refusal.Reason, refusal.Details[1]));
        Assert.StartsWith(path, (string)refusal.Details[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recording_that_begins_when_the_sitting_is_over_is_refused()
    {
        _bundle.Manifest["tracks"]![1]!["offsetSeconds"] = 86_000;
        Refused(await ReadAsync(), RefusalReason.ImplausibleTime, "manifest.json", "tracks[1].offsetSeconds");
    }

    [Fact]
    public async Task A_clock_that_no_recorder_can_have_is_refused()
    {
        _bundle.Manifest["tracks"]![1]!["clock"] = new JsonArray(new JsonObject { ["at"] = 0, ["media"] = 0 }, new JsonObject { ["at"] = 100, ["media"] = 110 });
        Refused(await ReadAsync(), RefusalReason.ImplausibleTime, "manifest.json", "tracks[1].clock");
    }

    [Fact]
    public async Task Two_tracks_of_one_role_and_one_file_twice_are_refused()
    {
        _bundle.Manifest["tracks"]![1]!["role"] = "webcam";
        Refused(await ReadAsync(), RefusalReason.RoleTwice, "manifest.json", "webcam");
        _bundle.Manifest["tracks"]![1] = _bundle.Track("phone", "webcam.webm", 0);
        Refused(await ReadAsync(), RefusalReason.FileNamedTwice, "manifest.json", "webcam.webm");
    }

    [Fact]
    public async Task Files_are_held_to_what_the_manifest_says()
    {
        var (track, length) = (_bundle.Manifest["tracks"]![0]!, TempBundle.Video.Length);

        track["bytes"] = length + 1;
        Refused(await ReadAsync(), RefusalReason.SizeMismatch, "webcam.webm", (long)length + 1, (long)length);

        track["bytes"] = length;
        track["sha256"] = new string('a', 64);
        Assert.Equal((RefusalReason.WrongChecksum, "webcam.webm"), Named(await ReadAsync()));

        track["file"] = "nothing.webm";
        Refused(await ReadAsync(), RefusalReason.MissingFile, "nothing.webm", "tracks[0].file");

        _bundle.Manifest["tracks"]![0] = _bundle.Track("webcam", "webcam.webm", 0);
        _bundle.Files.Remove("chat.jsonl");
        File.Delete(Path.Combine(_bundle.AsFolder(), "chat.jsonl"));
        Assert.Equal((RefusalReason.MissingFile, "chat.jsonl"), Named(await ReadAsync()));
    }

    [Theory]
    [InlineData("PK\u0003\u0004 a nested archive", MediaRefusalReason.UnknownFormat)]
    [InlineData("#EXTM3U\nfile:///etc/passwd", MediaRefusalReason.UnknownFormat)]
    [InlineData("", MediaRefusalReason.Empty)]
    public async Task A_file_that_is_no_recording_is_refused_whatever_its_name(string content, MediaRefusalReason reason)
    {
        _bundle.Files["webcam.webm"] = Encoding.Latin1.GetBytes(content);
        _bundle.Manifest["tracks"]![0] = _bundle.Track("webcam", "webcam.webm", 0);
        Refused(await ReadAsync(), RefusalReason.NotARecording, "webcam.webm", reason);
    }

    [Theory]
    [InlineData("end", "2026-11-02T08:59:00+01:00")]
    [InlineData("exam.end", "2026-11-02T08:59:59+01:00")]
    [InlineData("exam.end", "2026-11-02T09:59:59+02:00")]
    [InlineData("exam.breaks[0].to", "2026-11-02T09:59:59+01:00")]
    public async Task An_end_before_the_beginning_is_refused(string path, string moment)
    {
        var (parent, name) = Place(path);
        parent[name] = moment;
        Refused(await ReadAsync(), RefusalReason.EndBeforeStart, "manifest.json", path);
    }

    [Theory]
    [InlineData("{\"at\": 1, \"source\": \"tab\", \"kind\": \"switch\"}\noops", RefusalReason.BadJson, 2)]
    [InlineData("{\"at\": 1, \"source\": \"tab\", \"kind\": \"switch\"} {}", RefusalReason.BadJson, 1)]
    [InlineData("\n\n[1, 2]", RefusalReason.WrongField, 3)]
    [InlineData("{\"source\": \"tab\", \"kind\": \"switch\"}", RefusalReason.MissingField, 1)]
    [InlineData("{\"at\": 1, \"source\": \"tabs\", \"kind\": \"switch\"}", RefusalReason.WrongField, 1)]
    [InlineData("{\"at\": -60.1, \"source\": \"tab\", \"kind\": \"switch\"}", RefusalReason.ImplausibleTime, 1)]
    [InlineData("{\"at\": 604801, \"source\": \"tab\", \"kind\": \"switch\"}", RefusalReason.ImplausibleTime, 1)]
    [InlineData("{\"at\": NaN, \"source\": \"tab\", \"kind\": \"switch\"}", RefusalReason.BadJson, 1)]
    [InlineData("{\"at\": 1e400, \"source\": \"tab\", \"kind\": \"switch\"}", RefusalReason.WrongField, 1)]
    public async Task A_bad_event_is_refused_with_its_line(string lines, RefusalReason reason, long line)
    {
        _bundle.Files["events.jsonl"] = Encoding.UTF8.GetBytes(lines);
        var refusal = await ReadAsync();
        Assert.Equal((reason, "events.jsonl", line), (refusal.Reason, refusal.File, refusal.Line));
    }

    [Fact]
    public async Task A_bad_line_of_chat_is_refused_with_its_line()
    {
        _bundle.Files["chat.jsonl"] = Encoding.UTF8.GetBytes("{\"at\": 1, \"from\": \"examiner\", \"text\": \"x\"}");
        RefusedAt(1, await ReadAsync(), RefusalReason.WrongField, "chat.jsonl", "from", FieldKind.Sender);
    }

    [Fact]
    public async Task There_is_a_limit_to_everything()
    {
        Assert.Equal(RefusalReason.ManifestTooLarge, (await ReadAsync(new BundleLimits { ManifestBytes = 100 })).Reason);
        Assert.Equal(RefusalReason.LineTooLong, (await ReadAsync(new BundleLimits { LineBytes = 50 })).Reason);
        Assert.Equal(RefusalReason.TooManyLines, (await ReadAsync(new BundleLimits { Lines = 2 })).Reason);
        Assert.Equal(RefusalReason.ListTooLarge, (await ReadAsync(new BundleLimits { ListBytes = 100 })).Reason);
        Assert.Equal(RefusalReason.TotalTooLarge, (await ReadAsync(new BundleLimits { TotalBytes = 1000 })).Reason);
        Assert.Equal(RefusalReason.TooManyEntries, (await ReadAsync(new BundleLimits { Entries = 1 })).Reason);
    }

    [Fact]
    public async Task A_line_that_never_ends_is_refused_before_it_fills_the_memory()
    {
        _bundle.Files["events.jsonl"] = new byte[5_000_000];
        Assert.Equal((RefusalReason.LineTooLong, "events.jsonl"), Named(await ReadAsync()));
    }

    private Task<DeliveryRefusal> ReadAsync(BundleLimits? limits = null) => TempBundle.RefusalAsync(_bundle.AsFolder(), limits);

    private (JsonObject Parent, string Name) Place(string path)
    {
        var parts = path.Replace("[", ".[", StringComparison.Ordinal).Split('.');
        var parent = parts[..^1].Aggregate(_bundle.Manifest, (node, part) => part[0] == '[' ? node[part[1] - '0']! : node[part]!);
        return (parent.AsObject(), parts[^1]);
    }

    private static (RefusalReason Reason, string File) Named(DeliveryRefusal refusal) => (refusal.Reason, refusal.File);

    private static void Refused(DeliveryRefusal refusal, RefusalReason reason, string file, params object[] details) => RefusedAt(line: null, refusal, reason, file, details);

    private static void RefusedAt(long? line, DeliveryRefusal refusal, RefusalReason reason, string file, params object[] details)
    {
        Assert.Equal((reason, file, line), (refusal.Reason, refusal.File, refusal.Line));
        Assert.Equal(details, refusal.Details);
    }
}
