namespace ReviewPortal.Web.Tests.Media;

/// <summary>A recording of Chromium as Firefox would have written it: with a duration of nothing, and sound a millisecond before zero.</summary>
internal static class Firefox
{
    public static byte[] Shaped(byte[] chromium)
    {
        byte[] shaped = [.. chromium];
        shaped.AsSpan(shaped.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x44, 0x89, 0x84]) + 3, sizeof(float)).Clear();
        shaped.AsSpan(FirstSound(shaped), sizeof(short)).Fill(0xFF);
        return shaped;
    }

    // Where the time of the first packet of sound stands within its cluster.
    private static int FirstSound(byte[] file)
    {
        for (var at = file.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x1F, 0x43, 0xB6, 0x75]); at < file.Length - 8; at++)
        {
            if (file[at] is 0xA3 && file[at + 1] > 0x80 && file[at + 2] is 0x82) return at + 3;
            if (file[at] is 0xA3 && file[at + 1] is > 0x40 and < 0x80 && file[at + 3] is 0x82) return at + 4;
        }

        throw new InvalidOperationException("No packet of sound begins this recording");
    }
}
