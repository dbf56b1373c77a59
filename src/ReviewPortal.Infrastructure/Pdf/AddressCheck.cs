using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>Whether a letter can name the address it is posted to: it goes on an envelope, every character has a glyph and none is hidden, and no citizen service number stands in it (UAVG 46).</summary>
public readonly record struct AddressCheck(bool IsWithinBounds, bool IsPrintable, bool HasNoCitizenNumber)
{
    /// <param name="address">As it was typed; of a letter that goes otherwise it says nothing.</param>
    public static AddressCheck Of(SendingChannel channel, string? address)
    {
        var lines = channel is SendingChannel.Post ? address ?? "" : "";
        return new(Sending.IsWithinBounds(lines), DocumentPrinter.Unprintable(lines).IsEmpty && Inked.Of(lines) == lines, !CitizenNumbers.StandIn([], lines));
    }
}
