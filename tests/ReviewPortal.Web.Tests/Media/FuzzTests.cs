using System.Diagnostics;
using ReviewPortal.Infrastructure.Media;

namespace ReviewPortal.Web.Tests.Media;

/// <summary>Whatever happens to a file, the answer is an index or a refusal, and it comes soon.</summary>
public class FuzzTests
{
    [Theory]
    [InlineData("webcam.webm", 41)]
    [InlineData("screen.webm", 42)]
    [InlineData("webcam.mp4", 43)]
    public async Task A_thousand_spoilt_files_give_an_index_or_a_refusal(string name, int seed)
    {
        var whole = await File.ReadAllBytesAsync(Indexing.Recording(name), TestContext.Current.CancellationToken);
        var random = new Random(seed);
        var longest = TimeSpan.Zero;
        long most = 0;
        for (var turn = 0; turn < 1000; turn++)
        {
            var spoilt = Spoil(whole, random);
            // From memory nothing is waited for, so that all of it happens on this thread.
            var (start, before) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
            var result = await Indexing.TryIndexAsync(spoilt);
            longest = TimeSpan.FromTicks(Math.Max(longest.Ticks, Stopwatch.GetElapsedTime(start).Ticks));
            most = Math.Max(most, GC.GetAllocatedBytesForCurrentThread() - before);
            if (result is MediaIndex index) AssertSane(index, spoilt.Length);
        }

        Assert.InRange(longest, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.InRange(most, 1, 64 * 1024 * 1024);
    }

    private static byte[] Spoil(byte[] whole, Random random)
    {
        var bytes = whole.ToArray();
        for (var flips = random.Next(1, 20); flips > 0; flips--)
            bytes[random.Next(random.Next(2) == 0 ? 400 : bytes.Length)] ^= (byte)(1 << random.Next(8));
        var (from, to) = (random.Next(bytes.Length), random.Next(bytes.Length));
        return random.Next(4) switch
        {
            0 => bytes[..from],
            1 => [.. bytes[..from], .. bytes[Math.Min(from, to)..Math.Max(from, to)], .. bytes[from..]],
            2 => [.. bytes[..Math.Min(from, to)], .. bytes[Math.Max(from, to)..]],
            _ => bytes,
        };
    }

    private static void AssertSane(MediaIndex index, long length)
    {
        Assert.InRange(index.DurationSeconds, 0, 8 * 24 * 3600);
        Assert.InRange(index.ServedFrom, 0, index.ServedTo);
        Assert.InRange(index.ServedTo, 0, length);
        Assert.True(index.Frames.Count <= length);
        Assert.All(index.Missing, hole => Assert.True(hole.From < hole.To));
        Assert.Equal(index.Frames.All(), MediaIndexFile.Read(MediaIndexFile.Write(index))!.Frames.All());
    }
}
