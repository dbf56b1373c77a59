using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Import;
using ReviewPortal.Infrastructure.Media;
using ReviewPortal.Web.Tests.Media;

namespace ReviewPortal.Web.Tests.Import;

public sealed class BundleReaderTests : IDisposable
{
    private readonly TempBundle _bundle = new();

    public void Dispose() => _bundle.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_good_delivery_is_read_from_a_folder_and_from_a_zip(bool zip)
    {
        using var delivery = await GoodAsync(zip ? _bundle.AsZip() : _bundle.AsFolder());

        Assert.Equal(("INFOB1PICA-2026-T1", "Bètawetenschappen", "a.devries@uni.example"), (delivery.Exam.Code, delivery.Exam.Faculty, delivery.Exam.Examiner));
        Assert.Equal(("C-4711", "0123456"), (delivery.Candidate.Pseudonym, delivery.Candidate.StudentNumber));
        Assert.Equal("3E0D5C2A", delivery.ExternalIds["edx"]);
        Assert.Equal(new DeliveredRecorder("Opnemer", "2.1"), delivery.Recorder);
        Assert.Equal(new DateTimeOffset(2026, 11, 2, 9, 0, 12, 250, TimeSpan.FromHours(1)), delivery.Start);
        Assert.Equal(TimeSpan.FromMinutes(5), delivery.Exam.Breaks[0].To - delivery.Exam.Breaks[0].From);
        Assert.Equal([true, false], delivery.Exam.Instructions.Select(instruction => instruction.DeliveredAt is not null));
        Assert.Equal([TrackRole.Webcam, TrackRole.Screen], delivery.Tracks.Select(track => track.Role));
    }

    [Fact]
    public async Task Signals_and_chat_are_read_line_by_line()
    {
        using var delivery = await GoodAsync(_bundle.AsFolder());

        Assert.Equal(new DeliveredSignal(12.345, SignalSource.Clipboard, "copy", "Kopiëren", 0.4, """{"length": 12}"""), delivery.Signals[0]);
        Assert.Equal(new DeliveredSignal(-0.5, SignalSource.Vendor, "start", "", null, null), delivery.Signals[1]);
        Assert.Equal([new DeliveredMessage(61.2, MessageFrom.Candidate, "Mijn beeld valt weg")], delivery.Chat);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Recordings_can_be_copied_and_are_indexed_already(bool zip)
    {
        using var delivery = await GoodAsync(zip ? _bundle.AsZip() : _bundle.AsFolder());
        var segment = delivery.Tracks[0].Segments[0];
        await using var stream = segment.Open();
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, TestContext.Current.CancellationToken);

        Assert.Equal(TempBundle.Video, copy.ToArray());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(copy.ToArray())), segment.Sha256);
        Assert.Equal(2.0, segment.Index.DurationSeconds);
        Assert.Equal(1.7, delivery.Tracks[1].Segments[0].OffsetSeconds);
        Assert.Equal(1, delivery.Tracks[1].Segments[0].ClockRate);
    }

    [Fact]
    public async Task A_recorder_that_told_its_own_time_is_placed_by_it_and_its_clock_is_known()
    {
        // Began 3.2 s after the sitting, on a crystal that runs 100 millionths fast; the third message was 40 ms late.
        _bundle.Manifest["tracks"]![1]!["clock"] = Beats((10, 6.80068), (610, 606.86068), (1210.04, 1206.92068), (1810, 1806.98068));
        using var delivery = await GoodAsync(_bundle.AsFolder());
        var segment = delivery.Tracks[1].Segments[0];

        Assert.InRange(segment.ClockRate, 1.00005, 1.00015);
        Assert.InRange(segment.OffsetSeconds, 3.15, 3.25);
    }

    [Fact]
    public async Task Moments_that_lie_too_close_together_say_nothing_about_a_clock()
    {
        _bundle.Manifest["tracks"]![1]!["clock"] = Beats((10, 8.3), (11, 9.5));
        using var delivery = await GoodAsync(_bundle.AsFolder());

        Assert.Equal((1.7, 1), (delivery.Tracks[1].Segments[0].OffsetSeconds, delivery.Tracks[1].Segments[0].ClockRate));
    }

    private static JsonArray Beats(params (double At, double Media)[] beats) => [.. beats.Select(beat => new JsonObject { ["at"] = beat.At, ["media"] = beat.Media })];

    [Fact]
    public async Task A_restarted_recorder_gives_several_segments_in_the_order_of_time()
    {
        _bundle.Files["parts/late.webm"] = Webm.Recorded(Webm.LiveCluster(0, Webm.Key(0)));
        _bundle.Manifest["tracks"]![0] = new JsonObject
        {
            ["role"] = "webcam",
            ["segments"] = new JsonArray(_bundle.Entry("parts/late.webm", 600), _bundle.Entry("webcam.webm", -3.5)),
        };
        using var delivery = await GoodAsync(_bundle.AsZip());

        Assert.Equal("webcam.webm, parts/late.webm", string.Join(", ", delivery.Tracks[0].Segments.Select(segment => segment.FileName)));
    }

    [Fact]
    public async Task Fields_that_are_not_known_are_kept_with_the_manifest_whose_hash_is_the_identity()
    {
        using var delivery = await GoodAsync(_bundle.AsFolder());

        Assert.Equal("blue", JsonNode.Parse(delivery.Manifest.Span)!["colour"]!.GetValue<string>());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(delivery.Manifest.Span)), delivery.ManifestSha256);
    }

    [Fact]
    public async Task A_byte_order_mark_and_the_folder_around_a_zipped_folder_do_no_harm()
    {
        _bundle.ManifestBytes = [.. Encoding.UTF8.Preamble, .. JsonSerializer.SerializeToUtf8Bytes(_bundle.Manifest)];
        _bundle.Files["chat.jsonl"] = [.. Encoding.UTF8.Preamble, .. _bundle.Files["chat.jsonl"]];
        using var delivery = await GoodAsync(_bundle.AsZip(outer: "zitting 4711/"));

        Assert.Single(delivery.Chat);
        Assert.Equal(2, delivery.Tracks.Length);
    }

    [Fact]
    public async Task Events_and_chat_may_be_absent_or_empty()
    {
        _bundle.Manifest["events"] = null;
        _bundle.Files["chat.jsonl"] = [];
        using var delivery = await GoodAsync(_bundle.AsFolder());

        Assert.Empty(delivery.Signals);
        Assert.Empty(delivery.Chat);
    }

    [Fact]
    public async Task A_recording_that_breaks_off_is_taken_in_and_says_so()
    {
        _bundle.Files["webcam.webm"] = TempBundle.Video[..^2];
        _bundle.Manifest["tracks"]![0] = _bundle.Track("webcam", "webcam.webm", 0);
        using var delivery = await GoodAsync(_bundle.AsFolder());

        Assert.Equal(RecordingFlaws.Truncated, delivery.Tracks[0].Segments[0].Index.Flaws);
    }

    [Fact]
    public async Task A_file_is_compared_to_its_last_byte_even_when_its_recording_ends_before()
    {
        _bundle.Files["webcam.webm"] = [.. TempBundle.Video, .. TempBundle.Video, .. new byte[2_000_000]];
        _bundle.Manifest["tracks"]![0] = _bundle.Track("webcam", "webcam.webm", 0);
        using var delivery = await GoodAsync(_bundle.AsFolder());

        Assert.Equal(RecordingFlaws.SeveralSegments, delivery.Tracks[0].Segments[0].Index.Flaws);
    }

    [Fact]
    public async Task Nothing_is_written_beside_the_delivery()
    {
        var folder = _bundle.AsFolder();
        var before = Directory.GetFileSystemEntries(folder, "*", SearchOption.AllDirectories);
        using var delivery = await GoodAsync(folder);

        Assert.Equal(before, Directory.GetFileSystemEntries(folder, "*", SearchOption.AllDirectories));
    }

    private static async Task<Delivery> GoodAsync(string path)
    {
        var result = await TempBundle.ReadAsync(path);
        return result as Delivery ?? throw new InvalidOperationException(result.ToString());
    }
}
