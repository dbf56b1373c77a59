using System.Buffers.Binary;
using ReviewPortal.Infrastructure.Media.Caged;

namespace ReviewPortal.Web.Tests.Media.Caged;

public sealed class SoundClocksTests
{
    [Theory]
    [InlineData(0, 0, 1.3)]
    [InlineData(0, 2.5, -0.74)]
    [InlineData(4.2, 0.5, 0.02)]
    public async Task The_same_sound_later_in_one_of_two_recordings_is_found(double firstOffset, double secondOffset, double later)
    {
        var (first, second) = (await WaveformAsync(firstOffset, 0, 60), await WaveformAsync(secondOffset, later, 60));
        var found = SoundClocks.Compare(first, firstOffset, second, secondOffset)!;

        Assert.InRange(found.Later, later - 0.03, later + 0.03);
        Assert.Null(found.LaterAtEnd); // A minute is too little to tell the beginning from the end.
        Assert.InRange(found.Likeness, 0.8, 1);
    }

    [Fact]
    public async Task A_clock_that_runs_slower_is_found_by_its_end()
    {
        var (first, second) = (await WaveformAsync(0, 0.5, 900), await WaveformAsync(0, 0.5, 900, rate: 1.001));
        var found = SoundClocks.Compare(first, 0, second, 0)!;
        // By half of the first five minutes and of the last.
        Assert.InRange(found.Later, 0.10, 0.20);
        Assert.InRange(found.Drift!.Value, 0.5, 0.7);
    }

    [Fact]
    public async Task Two_that_heard_different_things_or_nothing_give_no_answer()
    {
        var (one, other, brief) = (await WaveformAsync(0, 0, 60), await WaveformAsync(0, 0, 60, seed: 800), await WaveformAsync(0, 0, 10));
        Assert.Null(SoundClocks.Compare(one, 0, other, 0));
        Assert.Null(SoundClocks.Compare(one, 0, brief, 0));
        Assert.Null(SoundClocks.Compare(one, 0, one, 100));
        Assert.Null(SoundClocks.Compare(one, 0, [], 0));
        Assert.Null(SoundClocks.Compare([1, 2, 3], 0, one, 0));
    }

    // Noise that gets louder and softer as a room does, at moments of the sitting.
    private static async Task<byte[]> WaveformAsync(double offset, double later, int seconds, double rate = 1, int seed = 7)
    {
        var bytes = new byte[seconds * Waveform.SampleRate * 2];
        var (noise, waves) = (new Random(3), Enumerable.Range(0, 12).Select(wave => (Speed: 0.3 + (new Random(seed + wave).NextDouble() * 5), Phase: wave * 1.7)).ToArray());
        for (var sample = 0; sample < bytes.Length / 2; sample++)
        {
            var moment = ((sample / (double)Waveform.SampleRate) + offset - later) / rate;
            var loud = Math.Clamp(0.5 + waves.Sum(wave => Math.Sin((wave.Speed * moment) + wave.Phase) / 6), 0.02, 1);
            BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(sample * 2), (short)(loud * 20000 * ((noise.NextDouble() * 2) - 1)));
        }

        var waveform = new Waveform();
        await waveform.ReadAsync(new MemoryStream(bytes), TestContext.Current.CancellationToken);
        return waveform.ToBytes();
    }
}
