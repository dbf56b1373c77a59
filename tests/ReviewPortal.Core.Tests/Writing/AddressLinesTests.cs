using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Tests.Writing;

/// <summary>A decision is sent to somewhere the post can find (Awb 3:41).</summary>
public sealed class AddressLinesTests
{
    [Theory]
    [InlineData("Kapelstraat 118\n3572 CW Utrecht", true)]
    [InlineData("Kapelstraat 118\r\n\r\n3572cw  Utrecht ", true)]
    [InlineData("Rue de la Loi 16\n1000 Bruxelles\nBelgique", true)]
    [InlineData("Kapelstraat 118", false)]
    [InlineData("Kapelstraat 118, 3572 CW Utrecht", false)]
    [InlineData("Kapelstraat 118\nUtrecht", false)]
    [InlineData("Kapelstraat 118\n3572 CW", false)]
    [InlineData("Kapelstraat 118\n0572 CW Utrecht", false)]
    [InlineData("Rue de la Loi 16\n1000 Bruxelles", false)]
    [InlineData(" \n ", false)]
    [InlineData(null, false)]
    public void An_address_is_whole_with_a_postcode_and_a_place_or_with_a_country(string? address, bool whole) => Assert.Equal(whole, AddressLines.IsWhole(address));
}
