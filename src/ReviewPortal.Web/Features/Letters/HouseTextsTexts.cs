namespace ReviewPortal.Web.Features.Letters;

/// <summary>The texts of the page on which the texts of letters are written.</summary>
public sealed class HouseTextsTexts;
