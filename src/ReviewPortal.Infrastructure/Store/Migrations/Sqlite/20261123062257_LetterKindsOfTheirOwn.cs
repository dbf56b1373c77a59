using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReviewPortal.Infrastructure.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LetterKindsOfTheirOwn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_DecisionHasLastDay",
                table: "Letters");

            migrationBuilder.CreateTable(
                name: "Corrections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Case = table.Column<Guid>(type: "TEXT", nullable: false),
                    Letter = table.Column<Guid>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    Wrong = table.Column<string>(type: "TEXT", nullable: false),
                    Right = table.Column<string>(type: "TEXT", nullable: false),
                    NewTerm = table.Column<bool>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Corrections", x => x.Id);
                    table.CheckConstraint("CK_CorrectsAnother", "\"Letter\" <> \"By\" AND \"Wrong\" <> \"Right\"");
                    table.ForeignKey(
                        name: "FK_Corrections_Cases_Case",
                        column: x => x.Case,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Corrections_Letters_By",
                        column: x => x.By,
                        principalTable: "Letters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Corrections_Letters_Letter",
                        column: x => x.Letter,
                        principalTable: "Letters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Objections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Case = table.Column<Guid>(type: "TEXT", nullable: false),
                    Letter = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReceivedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    FileBy = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LateReason = table.Column<string>(type: "TEXT", nullable: false),
                    ForwardedFrom = table.Column<string>(type: "TEXT", nullable: false),
                    Grounds = table.Column<string>(type: "TEXT", nullable: false),
                    DecideBy = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RegisteredAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RegisteredByName = table.Column<string>(type: "TEXT", nullable: false),
                    Hearing = table.Column<string>(type: "TEXT", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Reasons = table.Column<string>(type: "TEXT", nullable: false),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DecidedByName = table.Column<string>(type: "TEXT", nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Objections", x => x.Id);
                    table.CheckConstraint("CK_DecidedWithOutcome", "(\"Outcome\" IS NULL) = (\"DecidedAt\" IS NULL)");
                    table.CheckConstraint("CK_WithdrawnUndecided", "\"WithdrawnOn\" IS NULL OR (\"Outcome\" IS NULL AND \"WithdrawnOn\" >= \"ReceivedOn\")");
                    table.ForeignKey(
                        name: "FK_Objections_Cases_Case",
                        column: x => x.Case,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Objections_Letters_Letter",
                        column: x => x.Letter,
                        principalTable: "Letters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReportDisclosures",
                columns: table => new
                {
                    Case = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ground = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AskedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportDisclosures", x => x.Case);
                    table.ForeignKey(
                        name: "FK_ReportDisclosures_Cases_Case",
                        column: x => x.Case,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.AddCheckConstraint(
                name: "CK_DecisionHasLastDay",
                table: "Letters",
                sql: "\"AppealBy\" IS NOT NULL OR \"Kind\" NOT IN ('Valid', 'IrregularityUniversity', 'IrregularityForceMajeure', 'IrregularityOwnRisk', 'FraudInvalid', 'FraudSanction', 'FraudProposal')");

            migrationBuilder.CreateIndex(
                name: "IX_Corrections_By",
                table: "Corrections",
                column: "By",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Corrections_Case",
                table: "Corrections",
                column: "Case");

            migrationBuilder.CreateIndex(
                name: "IX_Corrections_Letter",
                table: "Corrections",
                column: "Letter");

            migrationBuilder.CreateIndex(
                name: "IX_Objections_Case",
                table: "Objections",
                column: "Case");

            migrationBuilder.CreateIndex(
                name: "IX_Objections_Letter",
                table: "Objections",
                column: "Letter");

            migrationBuilder.CreateIndex(
                name: "IX_OneOpenObjection",
                table: "Objections",
                column: "Case",
                unique: true,
                filter: "\"Outcome\" IS NULL AND \"WithdrawnOn\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Corrections");

            migrationBuilder.DropTable(
                name: "Objections");

            migrationBuilder.DropTable(
                name: "ReportDisclosures");

            migrationBuilder.DropCheckConstraint(
                name: "CK_DecisionHasLastDay",
                table: "Letters");

            migrationBuilder.AddCheckConstraint(
                name: "CK_DecisionHasLastDay",
                table: "Letters",
                sql: "\"AppealBy\" IS NOT NULL OR \"Kind\" NOT IN ('Valid', 'IrregularityUniversity', 'IrregularityForceMajeure', 'IrregularityOwnRisk', 'FraudInvalid', 'FraudSanction')");
        }
    }
}
