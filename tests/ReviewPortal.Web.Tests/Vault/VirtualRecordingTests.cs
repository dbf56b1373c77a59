using System.IO.Pipelines;
using ReviewPortal.Infrastructure.Vault;

namespace ReviewPortal.Web.Tests.Vault;

public class VirtualRecordingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(100, 1000, 10, 900)]
    [InlineData(0, 1000, 0, 1000)]
    [InlineData(300_000, 600_000, 17, 599_999)]
    [InlineData(100, 1000, 500, 500)]
    public async Task Every_stretch_is_that_of_the_two_glued_together(int prefix, int file, int from, int to)
    {
        using var temp = new TempRecording(prefix, file, from, to);
        using var recording = temp.Open();
        Assert.Equal(temp.Whole.Length, recording.Length);

        foreach (var (start, count) in Stretches(temp.Whole.Length, prefix))
            Assert.Equal(temp.Whole[start..(start + count)], await CopyAsync(recording, start, count));
    }

    [Fact]
    public async Task A_stretch_outside_it_is_a_mistake_of_the_caller()
    {
        using var temp = new TempRecording(10, 100, 0, 100);
        using var recording = temp.Open();
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => recording.CopyRangeAsync(50, 61, PipeWriter.Create(Stream.Null), Ct));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => recording.CopyRangeAsync(-1, 1, PipeWriter.Create(Stream.Null), Ct));
    }

    [Fact]
    public async Task It_reads_no_faster_than_its_reader_and_stops_when_that_one_is_gone()
    {
        using var temp = new TempRecording(0, 4_000_000, 0, 4_000_000);
        using var recording = temp.Open();
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 300_000, resumeWriterThreshold: 100_000));
        var copying = recording.CopyRangeAsync(0, recording.Length, pipe.Writer, Ct);

        var first = await pipe.Reader.ReadAtLeastAsync(490_000, Ct);
        Assert.InRange(first.Buffer.Length, 490_000, 750_000);
        Assert.False(copying.IsCompleted);
        await pipe.Reader.CompleteAsync();
        await copying;
    }

    [Fact]
    public async Task A_file_that_became_shorter_is_an_error_and_never_silence()
    {
        using var temp = new TempRecording(0, 1000, 0, 1000);
        using var recording = temp.Open();
        await File.WriteAllBytesAsync(temp.Path, new byte[400], Ct);
        await Assert.ThrowsAsync<EndOfStreamException>(() => CopyAsync(recording, 0, 1000));
        Assert.Throws<DamagedRecordingException>(() => temp.Open());
    }

    [Fact]
    public async Task A_stretch_that_was_changed_is_never_sent()
    {
        using var temp = new TempRecording(0, 100_000, 0, 100_000);
        using var recording = temp.Open();
        using (var file = new FileStream(temp.Path, FileMode.Open))
        {
            file.Position = 60_000;
            var was = file.ReadByte();
            file.Position = 60_000;
            file.WriteByte((byte)(was ^ 1));
        }

        using var into = new MemoryStream();
        var writer = PipeWriter.Create(into, new StreamPipeWriterOptions(leaveOpen: true));
        await Assert.ThrowsAsync<DamagedRecordingException>(() => recording.CopyRangeAsync(50_000, 20_000, writer, Ct));
        await writer.CompleteAsync();
        Assert.Empty(into.ToArray());
        Assert.Equal(temp.Whole[..40_000], await CopyAsync(recording, 0, 40_000));
    }

    [Fact]
    public void The_tag_changes_with_the_prefix()
    {
        using var temp = new TempRecording(0, 1000, 0, 1000);
        using var one = temp.Open([1]);
        using var other = temp.Open([2]);
        Assert.False(string.Equals(one.Tag, other.Tag, StringComparison.Ordinal));
        Assert.Matches("^\"aa11-[0-9a-f]{8}\"$", one.Tag);
    }

    private static IEnumerable<(int Start, int Count)> Stretches(int length, int prefix)
    {
        var random = new Random(length);
        yield return (0, length);
        foreach (var edge in new[] { 0, prefix, length }.Where(edge => edge > 0))
            yield return (edge - 1, Math.Min(2, length - edge + 1));
        for (var turn = 0; turn < 30; turn++)
        {
            var start = random.Next(length + 1);
            yield return (start, random.Next(length - start + 1));
        }
    }

    private static async Task<byte[]> CopyAsync(VirtualRecording recording, long from, long count)
    {
        using var into = new MemoryStream();
        var writer = PipeWriter.Create(into, new StreamPipeWriterOptions(leaveOpen: true));
        await recording.CopyRangeAsync(from, count, writer, Ct);
        await writer.CompleteAsync();
        return into.ToArray();
    }
}
