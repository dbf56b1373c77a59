using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Tests.Letters;

/// <summary>Who speaks for the student, as a letter names them (Awb 2:1).</summary>
public sealed class SpokespersonTests
{
    /// <summary>UAVG 46, Awb 2:1: what the student wrote about a representative holds no letter back, and the number stands in none.</summary>
    [Theory]
    [InlineData("mr. A. Karimi, lidnr. 111222333", "")]
    [InlineData("mr. A. Karimi", "Kantoor 1112.22.333")]
    public void A_number_in_the_name_of_a_representative_is_blotted_out(string name, string organisation)
    {
        foreach (var kind in LetterKinds.OfACase)
        {
            var matter = Written.Matter(kind) with { Representative = new() { Name = name, Organisation = organisation, Address = "" } };
            var letter = LetterWriter.Write(kind, matter, Language.Dutch);
            Assert.DoesNotContain(LetterLint.Check(kind, matter, letter), fault => fault.Source == "UAVG 46");
            Assert.Contains("mr. A. Karimi", letter.PlainText(), StringComparison.Ordinal);
            Assert.Contains("•••••••••", letter.PlainText(), StringComparison.Ordinal);
        }
    }
}
