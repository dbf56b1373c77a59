using System.IO.Compression;
using System.Text;
using ReviewPortal.Infrastructure.Import;

namespace ReviewPortal.Web.Tests.Import;

/// <summary>Deliveries made to do harm.</summary>
public sealed class BundleSafetyTests : IDisposable
{
    private readonly TempBundle _bundle = new();

    public void Dispose() => _bundle.Dispose();

    [Theory]
    [InlineData("../webcam.webm")]
    [InlineData("a/../../webcam.webm")]
    [InlineData("/etc/passwd")]
    [InlineData("C:/webcam.webm")]
    [InlineData("C:webcam.webm")]
    [InlineData("a\\webcam.webm")]
    [InlineData("..\\webcam.webm")]
    [InlineData("webcam.webm\0.txt")]
    [InlineData("a//webcam.webm")]
    [InlineData("./webcam.webm")]
    [InlineData("a/")]
    [InlineData("a\nb")]
    public async Task A_name_that_leads_out_of_the_delivery_is_refused(string name)
    {
        _bundle.Manifest["tracks"]![0]!["file"] = name;
        Assert.Equal(RefusalReason.UnsafeName, (await TempBundle.RefusalAsync(_bundle.AsFolder())).Reason);
    }

    [Theory]
    [InlineData("events")]
    [InlineData("chat")]
    public async Task So_is_one_for_events_and_chat(string field)
    {
        _bundle.Manifest[field] = "../outside.jsonl";
        Assert.Equal(RefusalReason.UnsafeName, (await TempBundle.RefusalAsync(_bundle.AsFolder())).Reason);
    }

    [Theory]
    [InlineData("../evil.webm")]
    [InlineData("/evil.webm")]
    [InlineData("a\\evil.webm")]
    [InlineData("C:/evil.webm")]
    [InlineData("evil\0.webm")]
    [InlineData("a/../../evil/")]
    public async Task An_archive_with_such_a_name_is_refused_even_when_nobody_asks_for_that_file(string name)
    {
        var zip = _bundle.AsZip(more: archive => archive.CreateEntry(name));
        Assert.Equal(RefusalReason.UnsafeName, (await TempBundle.RefusalAsync(zip)).Reason);
    }

    [Theory]
    [InlineData("webcam.webm")]
    [InlineData("WEBCAM.webm")]
    public async Task An_archive_with_a_name_twice_is_refused(string name)
    {
        var zip = _bundle.AsZip(more: archive => TempBundle.Add(archive, name, [1]));
        Assert.Equal(RefusalReason.DuplicateName, (await TempBundle.RefusalAsync(zip)).Reason);
    }

    [Fact]
    public async Task Links_in_a_folder_are_refused_wherever_they_point()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "making a link asks for a privilege there");
        var folder = _bundle.AsFolder();
        File.Move(Path.Combine(folder, "webcam.webm"), Path.Combine(folder, "real.webm"));
        File.CreateSymbolicLink(Path.Combine(folder, "webcam.webm"), Path.Combine(folder, "real.webm"));
        Assert.Equal(RefusalReason.Link, (await TempBundle.RefusalAsync(folder)).Reason);
    }

    [Fact]
    public async Task A_folder_that_is_a_link_is_refused_with_all_that_is_in_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "making a link asks for a privilege there");
        _bundle.Manifest["tracks"]![0]!["file"] = "media/webcam.webm";
        var folder = _bundle.AsFolder();
        Directory.CreateSymbolicLink(Path.Combine(folder, "media"), folder);
        Assert.Equal((RefusalReason.Link, "media/webcam.webm"), (await TempBundle.RefusalAsync(folder)) is var refusal ? (refusal.Reason, refusal.File) : default);
    }

    [Theory]
    [InlineData(0xA1FF)]
    [InlineData(0x61B6)]
    public async Task Links_and_devices_in_an_archive_are_refused(int mode)
    {
        var zip = _bundle.AsZip(more: archive => TempBundle.Add(archive, "link.webm", Encoding.ASCII.GetBytes("/etc/passwd")).ExternalAttributes = mode << 16);
        Assert.Equal((RefusalReason.Link, "link.webm"), (await TempBundle.RefusalAsync(zip)) is var refusal ? (refusal.Reason, refusal.File) : default);
    }

    [Fact]
    public async Task An_archive_of_very_many_files_is_refused()
    {
        var zip = _bundle.AsZip(more: archive =>
        {
            for (var number = 0; number < 1000; number++) archive.CreateEntry($"{number}.txt", CompressionLevel.NoCompression);
        });
        Assert.Equal(RefusalReason.TooManyEntries, (await TempBundle.RefusalAsync(zip)).Reason);
    }

    [Fact]
    public async Task A_directory_of_an_archive_that_would_fill_the_memory_is_refused_while_it_is_read()
    {
        var zip = _bundle.AsZip(more: archive =>
        {
            for (var number = 0; number < 60_000; number++) archive.CreateEntry($"{number}.txt", CompressionLevel.NoCompression);
        });
        Assert.Equal(RefusalReason.TooManyEntries, (await TempBundle.RefusalAsync(zip, new BundleLimits { Entries = int.MaxValue })).Reason);
    }

    [Fact]
    public async Task A_file_that_grows_beyond_measure_when_unpacked_is_refused()
    {
        _bundle.Files["events.jsonl"] = Encoding.ASCII.GetBytes(new string('\n', 5_000_000));
        Assert.Equal((RefusalReason.RatioTooHigh, "events.jsonl"), (await TempBundle.RefusalAsync(_bundle.AsZip(), new BundleLimits { Lines = 10_000_000 })) is var refusal ? (refusal.Reason, refusal.File) : default);
    }

    [Fact]
    public async Task A_damaged_archive_is_refused()
    {
        var zip = _bundle.AsZip();
        var bytes = await File.ReadAllBytesAsync(zip, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(zip, bytes[..(bytes.Length / 2)], TestContext.Current.CancellationToken);
        Assert.Equal(RefusalReason.ArchiveDamaged, (await TempBundle.RefusalAsync(zip)).Reason);
    }

    [Fact]
    public async Task Three_hundred_spoilt_archives_give_a_delivery_or_a_refusal()
    {
        var zip = _bundle.AsZip();
        var whole = await File.ReadAllBytesAsync(zip, TestContext.Current.CancellationToken);
        var random = new Random(77);
        for (var turn = 0; turn < 300; turn++)
        {
            var spoilt = whole.ToArray();
            for (var flips = random.Next(1, 8); flips > 0; flips--) spoilt[random.Next(spoilt.Length)] ^= (byte)(1 << random.Next(8));
            await File.WriteAllBytesAsync(zip, spoilt, TestContext.Current.CancellationToken);
            if (await TempBundle.ReadAsync(zip) is Delivery delivery) delivery.Dispose();
        }
    }
}
