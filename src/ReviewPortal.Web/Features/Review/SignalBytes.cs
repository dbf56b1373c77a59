using System.Buffers;
using ReviewPortal.Core.Recordings;

namespace ReviewPortal.Web.Features.Review;

/// <summary>Signals in the order of time as three bytes or so each: the distance to the one before in milliseconds, 7 bits a byte and the lowest first, then the source.</summary>
internal static class SignalBytes
{
    public static byte[] Of(IEnumerable<(double At, SignalSource Source)> signals)
    {
        var bytes = new ArrayBufferWriter<byte>();
        uint before = 0;
        foreach (var (at, source) in signals)
        {
            var time = Math.Max(before, (uint)Math.Round(Math.Max(0, at) * 1000));
            var distance = time - before;
            for (; distance >= 0x80; distance >>= 7) bytes.Write<byte>([(byte)(distance | 0x80)]);
            bytes.Write<byte>([(byte)distance, (byte)source]);
            before = time;
        }

        return bytes.WrittenSpan.ToArray();
    }
}
