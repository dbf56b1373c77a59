using ReviewPortal.Core.Cases;

namespace ReviewPortal.Core.Tests.Cases;

/// <summary>Two members who sign are two persons, not two accounts (Reglement examencommissie; Awb 2:4).</summary>
public sealed class OnePersonTests
{
    private static readonly Actor First = new(new(new Guid(1, 0, 0, new byte[8])), "José de Wit", "j.dewit@uni.example", []);

    [Theory]
    [InlineData("José de Wit", "ander@uni.example", true)]
    [InlineData("  jose  DE wit", "ander@uni.example", true)]
    [InlineData("Jose\u0301 de Wit", "ander@uni.example", true)]
    [InlineData("Jan Smit", "J.deWit@uni.example ", true)]
    [InlineData("de Wit, José", "ander@uni.example", true)]
    [InlineData("WIT, jose de", "ander@uni.example", true)]
    [InlineData("Jan Smit", "j.dewit+2@uni.example", true)]
    [InlineData("Jan Smit", "J.deWit+commissie+x@Uni.example", true)]
    [InlineData("Jan Smit", "j.dewit+2@elders.example", false)]
    [InlineData("Jan Smit", "+j.dewit@uni.example", false)]
    [InlineData("Jan Smit", "j.smit@uni.example", false)]
    [InlineData("de Wit, J.", "ander@uni.example", false)]
    [InlineData("J. de Wit", "ander@uni.example", false)]
    [InlineData("", "", false)]
    public void The_same_name_or_address_however_it_is_typed_is_the_same_person(string name, string email, bool same) =>
        Assert.Equal(same, OnePerson.Has(new(new(Guid.NewGuid()), name, email, []), First));

    [Fact]
    public void Nobody_is_like_another_for_want_of_a_name_or_an_address() =>
        Assert.False(OnePerson.Has(new(new(Guid.NewGuid()), " ", "", []), First with { Name = "", Email = " " }));
}
